import { detectLanguage } from "./detect-language";

/** A passage before it has an identity; `position` counts from 0 within its source. */
export type SplitPassage = { heading: string[]; text: string; position: number; language: string };

// About three characters a token in Russian and four in English: 200–400 tokens.
const MAX_CHARACTERS = 1100;
const MARKDOWN_HEADING = /^(#{1,6})\s+(.+?)\s*#*$/;
const LIST_ITEM = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/;

/** Takes a plain line for a heading: short, unpunctuated, alone between blank lines or all in capitals. */
function isPlainHeading(line: string, previous: string, next: string): boolean {
  if (line.length > 70 || LIST_ITEM.test(line) || /^(?:q|a|в|о|вопрос|ответ)\s*[:.]/i.test(line))
    return false;
  if (/[.!?;,:…]$/.test(line) || !/\p{L}/u.test(line)) return false;
  if (/\p{Lu}{4}/u.test(line) && line === line.toUpperCase()) return true;
  return previous === "" && next !== "" && LIST_ITEM.test(next);
}

/** Joins a section's lines into blocks that must not be cut: list items with their tails, Q/A pairs, paragraphs. */
function toBlocks(lines: string[]): string[] {
  const blocks: string[] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === "") {
      open = false;
      continue;
    }
    const starts =
      LIST_ITEM.test(line) || /^\s*(?:q|в|вопрос|question)\s*[:.]/i.test(line) || /^\s*\|/.test(line);
    const last = blocks.length - 1;
    if (open && !starts) blocks[last] = `${blocks[last]}\n${line.trimEnd()}`;
    else blocks.push(line.trimEnd());
    open = true;
  }
  return blocks;
}

/** Cuts a paragraph that is too long for one passage at sentence ends. */
function cutLong(block: string): string[] {
  if (block.length <= MAX_CHARACTERS) return [block];
  const pieces: string[] = [];
  let piece = "";
  for (const sentence of block.split(/(?<=[.!?…])\s+(?=[\p{Lu}\d«"(])/u)) {
    if (piece && piece.length + sentence.length > MAX_CHARACTERS) {
      pieces.push(piece);
      piece = sentence;
    } else piece = piece ? `${piece} ${sentence}` : sentence;
  }
  return piece ? [...pieces, piece] : pieces;
}

/** Cuts a source into passages of 200–400 tokens under their heading paths; list items and Q/A pairs stay whole. */
export function splitSource(source: { title: string; text: string; language?: string }): SplitPassage[] {
  const lines = source.text.replaceAll("\r\n", "\n").split("\n");
  const sections: { heading: string[]; lines: string[] }[] = [{ heading: [], lines: [] }];
  const path: { depth: number; title: string }[] = [];
  lines.forEach((raw, index) => {
    const line = raw.trim();
    const markdown = MARKDOWN_HEADING.exec(line);
    const plain =
      !markdown && isPlainHeading(line, lines[index - 1]?.trim() ?? "", lines[index + 1]?.trim() ?? "");
    if (!markdown && !plain) {
      sections.at(-1)?.lines.push(raw);
      return;
    }
    const depth = markdown?.[1]?.length ?? 7;
    const title = (markdown?.[2] ?? line).replace(/^\d+(?:\.\d+)*[.)]?\s+/, "");
    while ((path.at(-1)?.depth ?? 0) >= depth) path.pop();
    path.push({ depth, title });
    sections.push({ heading: path.map((step) => step.title), lines: [] });
  });

  const passages: SplitPassage[] = [];
  for (const section of sections) {
    let text = "";
    const flush = () => {
      if (!text) return;
      const detected = source.language ?? detectLanguage(text).language;
      const language = detected === "und" ? detectLanguage(source.text).language : detected;
      passages.push({ heading: section.heading, text, position: passages.length, language });
      text = "";
    };
    for (const block of toBlocks(section.lines).flatMap(cutLong)) {
      if (text && text.length + block.length > MAX_CHARACTERS) flush();
      text = text ? `${text}\n${block}` : block;
    }
    flush();
  }
  return passages;
}
