export type FoldedText = {
  /** The text made comparable: lower case, ё as е, plain quotes, dashes and single spaces. */
  text: string;
  /** For each character of `text`, where it stands in the original; one more entry holds the original's length. */
  origin: number[];
};

const PLAIN: Record<string, string> = {
  ё: "е",
  "–": "-",
  "—": "-",
  "‑": "-",
  "‐": "-",
  "−": "-",
  "―": "-",
  "…": "...",
};
const QUOTES = /[«»„“”‟"‚‘’‛'`´]/u;
const DROPPED = /[\u00AD\u200B-\u200D\u2060\uFEFF*]/u;

/** Folds what may differ between a text and a faithful copy of it: letter case, ё/е, quotes, dashes, spaces, bold marks. */
export function foldText(original: string): FoldedText {
  let text = "";
  const origin: number[] = [];
  let index = 0;
  for (const character of original) {
    const at = index;
    index += character.length;
    if (DROPPED.test(character)) continue;
    let plain = PLAIN[character] ?? character;
    if (/\s/u.test(plain)) {
      if (text === "" || text.endsWith(" ")) continue;
      plain = " ";
    } else if (QUOTES.test(plain)) {
      plain = '"';
    } else {
      plain = plain.toLowerCase();
      plain = PLAIN[plain] ?? plain;
    }
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    text += plain;
  }
  origin.push(original.length);
  return { text, origin };
}
