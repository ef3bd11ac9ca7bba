/** Telegram's limit of a text message, in UTF-16 units after parsing. */
const telegramTextLimit = 4096;

/** A piece of a text and where it starts in it, in UTF-16 units. */
export type TextPiece = { text: string; start: number };

/** Cuts a text into pieces of at most `limit` UTF-16 units: at a paragraph, else a line, a sentence, a space. */
export function splitText(text: string, limit = telegramTextLimit): TextPiece[] {
  const pieces: TextPiece[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const end = start + cutAt(text.slice(start, start + limit));
    // Telegram refuses messages of blanks alone.
    const piece = text.slice(start, end).trimEnd();
    if (piece) pieces.push({ text: piece, start });
    start = end + (text.slice(end).length - text.slice(end).trimStart().length);
  }
  if (start < text.length || pieces.length === 0) pieces.push({ text: text.slice(start), start });
  return pieces;
}

function cutAt(window: string): number {
  for (const mark of ["\n\n", "\n", ". ", "! ", "? ", "… ", " "]) {
    const at = window.lastIndexOf(mark);
    // A cut in the first half would make many small pieces.
    if (at > window.length / 2) return at + mark.length;
  }
  const splitsPair = /[\uD800-\uDBFF]$/.test(window);
  return splitsPair ? window.length - 1 : window.length;
}
