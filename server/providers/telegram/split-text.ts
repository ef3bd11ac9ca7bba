/** Telegram's limit of a text message, in UTF-16 units after parsing. */
export const telegramTextLimit = 4096;

/** Cuts a text into pieces of at most `limit` UTF-16 units: at a paragraph, else a line, a sentence, a space. */
export function splitText(text: string, limit = telegramTextLimit): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest || pieces.length === 0) pieces.push(rest);
  return pieces;
}

function cutAt(text: string, limit: number): number {
  const window = text.slice(0, limit);
  for (const mark of ["\n\n", "\n", ". ", "! ", "? ", "… ", " "]) {
    const at = window.lastIndexOf(mark);
    // A cut in the first half would make many small pieces.
    if (at > limit / 2) return at + mark.length;
  }
  const splitsPair = /[\uD800-\uDBFF]$/.test(window);
  return splitsPair ? limit - 1 : limit;
}
