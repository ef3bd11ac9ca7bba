import { foldText } from "@/server/ai/facts/fold-text";

export type Token = {
  kind: "word" | "number" | "clock" | "date" | "contact" | "code" | "sign";
  raw: string;
  /** The token folded: lower case, ё as е, plain dashes. */
  text: string;
  start: number;
  end: number;
};

// Order matters: an address is not a word, a telephone number is not a number.
const PARTS: [Token["kind"], string][] = [
  ["contact", String.raw`[\w.+-]+@[\w-]+\.[\w.-]*\w|https?:\/\/[^\s)»”"]*[\w/]|www\.[^\s)»”"]*[\w/]|@\w{4,}`],
  [
    "contact",
    String.raw`(?:[a-z0-9-]+\.)+(?:com|org|net|ru|rs|eu|io|me|de|info|example)(?:\/[\w./?=&%-]*\w)?(?![\p{L}\d])`,
  ],
  ["contact", String.raw`\+\d[\d\s()\u00a0–-]{5,}\d`],
  ["date", String.raw`\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)`],
  ["clock", String.raw`\d{1,2}:\d{2}(?!\d)`],
  ["code", String.raw`\p{L}+\d+[\p{L}\d]*`],
  ["number", String.raw`\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?`],
  ["word", String.raw`\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*`],
  ["sign", String.raw`[^\s]`],
];
const PATTERN = new RegExp(PARTS.map(([, pattern], index) => `(?<k${index}>${pattern})`).join("|"), "giu");

/** Splits a text of either language into words, numbers, times, dates, addresses and signs, in order. */
export function splitTokens(text: string): Token[] {
  return [...text.matchAll(PATTERN)].map((match) => {
    const index = PARTS.findIndex((_, at) => match.groups?.[`k${at}`] !== undefined);
    const raw = match[0];
    const kind = PARTS[index]?.[0] ?? "sign";
    return { kind, raw, text: foldText(raw).text, start: match.index, end: match.index + raw.length };
  });
}
