/** A message with what was heard in its recordings. */
export type SpokenMessage = {
  text: string;
  attachments: { transcription?: { state: string; text: string } | null }[];
};

/** All the words of a message: what was written, then what was said in its recordings. */
export function spokenWords({ text, attachments }: SpokenMessage): string {
  const heard = attachments.map(({ transcription }) =>
    transcription?.state === "ready" ? transcription.text : "",
  );
  return [text, ...heard].filter(Boolean).join("\n");
}

/** How words that were heard stand among written ones. */
export function heardLine(words: string): string {
  return `🎤 ${words}`;
}
