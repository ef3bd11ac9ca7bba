/** A piece of a text and where it starts in it, in UTF-16 units. */
export type TextPiece = { text: string; start: number };

/** Cuts a text into pieces of at most `limit` UTF-16 units: at a paragraph, else a line, a sentence, a space. */
export function splitText(text: string, limit: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const end = start + cutAt(text.slice(start), limit);
    // Messengers refuse messages of blanks alone.
    const piece = text.slice(start, end).trimEnd();
    if (piece) pieces.push({ text: piece, start });
    start = end + (text.slice(end).length - text.slice(end).trimStart().length);
  }
  if (start < text.length || pieces.length === 0) pieces.push({ text: text.slice(start), start });
  return pieces;
}

function cutAt(rest: string, limit: number): number {
  const window = rest.slice(0, limit);
  for (const mark of ["\n\n", "\n", ". ", "! ", "? ", "… ", " "]) {
    const at = window.lastIndexOf(mark);
    // A cut in the first half would make many small pieces.
    if (at > window.length / 2) return at + mark.length;
  }
  return lastCharacterEnd(rest, limit);
}

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Longer than any emoji of several parts, in UTF-16 units. */
const longestCharacter = 64;

/** Where the last character that fits whole ends: no emoji is torn apart, nor a letter from its accent. */
function lastCharacterEnd(rest: string, limit: number): number {
  const from = Math.max(limit - longestCharacter, 0);
  let end = 0;
  for (const { index } of characters.segment(rest.slice(from, limit + longestCharacter)))
    if (index <= limit - from) end = from + index;
  if (end > from) return end;
  return /[\uD800-\uDBFF]$/.test(rest.slice(0, limit)) ? limit - 1 : limit;
}
