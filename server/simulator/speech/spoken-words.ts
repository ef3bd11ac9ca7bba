const TAG = "TRANSCRIPT=";

/** A sample recording in which these words are said: they stand in a comment as Ogg has them, its length before it. */
export function withSpokenWords(bytes: Uint8Array, words: string): Uint8Array {
  const comment = Buffer.from(TAG + words);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(comment.byteLength);
  return Buffer.concat([bytes, length, comment]);
}

/** The words of a recording made so; null for any other. */
export function spokenWordsOf(bytes: Uint8Array): string | null {
  const all = Buffer.from(bytes);
  const at = all.indexOf(TAG);
  if (at < 4) return null;
  return all.toString("utf8", at + TAG.length, at + all.readUInt32LE(at - 4));
}
