import type { AttachmentKindName } from "@/server/domain/files/schema";
import { type Locale, phrase } from "@/server/lib/phrases";

/** A message's text where it is quoted in one line of text; one of files alone is named: “[Photo ×2, File]”. */
export function messageWords(
  { text, attachments }: { text: string; attachments: { kind: AttachmentKindName }[] },
  locale: Locale,
): string {
  if (text || attachments.length === 0) return text;
  const kinds = [...Map.groupBy(attachments, ({ kind }) => kind)].map(([kind, { length }]) => {
    const word = phrase(locale, "Bot.placeholder", { kind });
    return length > 1 ? `${word} ×${length}` : word;
  });
  return `[${kinds.join(", ")}]`;
}
