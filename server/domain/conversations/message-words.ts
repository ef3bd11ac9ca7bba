import type { AttachmentKindName } from "@/server/domain/files/schema";
import { type SpokenMessage, spokenWords } from "@/server/domain/speech/spoken-words";
import { type Locale, phrase } from "@/server/lib/phrases";

/** A message's words, written or heard, where it is quoted in text; one of files alone is named: “[Photo ×2, File]”. */
export function messageWords(
  message: SpokenMessage & { attachments: { kind: AttachmentKindName }[] },
  locale: Locale,
): string {
  const { attachments } = message;
  const words = spokenWords(message);
  if (words || attachments.length === 0) return words;
  const kinds = [...Map.groupBy(attachments, ({ kind }) => kind)].map(([kind, { length }]) => {
    const word = phrase(locale, "Bot.placeholder", { kind });
    return length > 1 ? `${word} ×${length}` : word;
  });
  return `[${kinds.join(", ")}]`;
}
