import { foldText } from "@/server/domain/knowledge/fold-text";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import { lexemesOf, type SearchWords, WORD } from "@/server/domain/messages/hub/search-words";

type Snippet = NonNullable<HubMessageView["snippet"]>;

const longest = 220;
const before = 60;
/** What stands further on is found, but not shown. */
const mostRead = 20_000;

/** For each message the part of its text, transcript or file's name in which the words stand, null where in none. */
export async function searchSnippets(
  messages: HubMessageView[],
  words: SearchWords,
): Promise<(Snippet | null)[]> {
  const sources = messages.map(({ text, transcript, attachments }) =>
    [text, transcript ?? "", ...attachments.map(({ fileName }) => fileName ?? "")].map((source) => {
      const read = source.slice(0, mostRead);
      return { text: source, found: [...read.matchAll(WORD)].map((match) => placed(match)) };
    }),
  );
  const seen = new Set(sources.flat().flatMap(({ found }) => found.map(({ word }) => word)));
  const lexemes = await lexemesOf([...seen]);
  const isMeant = ({ word }: { word: string }) =>
    words.lexemes.has(word) ||
    words.lexemes.has(lexemes.get(word) ?? word) ||
    (words.prefix !== null && word.startsWith(words.prefix));
  return sources.map((ofMessage) => {
    for (const { text, found } of ofMessage) {
      const marks = found.filter(isMeant);
      if (marks.length > 0) return around(text, marks);
    }
    return null;
  });
}

function placed(match: RegExpExecArray) {
  return { word: foldText(match[0]), start: match.index, end: match.index + match[0].length };
}

/** Cuts between words where it can, and says by dots that something was left out. */
function around(text: string, marks: { start: number; end: number }[]): Snippet {
  const first = marks[0]?.start ?? 0;
  let start = text.length <= longest ? 0 : Math.max(0, first - before);
  if (start > 0) start = nextWord(text, start, first);
  let end = Math.min(text.length, start + longest);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), Math.min(end, marks[0]?.end ?? end));
  const lead = start > 0 ? "…" : "";
  const shift = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end).replace(/\s/g, " ")}${end < text.length ? "…" : ""}`,
    marks: marks
      .filter((mark) => mark.end <= end)
      .map((mark): [number, number] => [mark.start + shift, mark.end + shift]),
  };
}

function nextWord(text: string, from: number, latest: number): number {
  const blank = text.slice(from, latest).search(/\s/);
  return blank < 0 ? latest : from + blank + 1;
}
