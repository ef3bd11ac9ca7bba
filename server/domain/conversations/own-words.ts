import { z } from "zod";
import type { Message } from "@/prisma/generated/client";
import { managerNotice } from "@/server/domain/conversations/manager-notice";
import { type Locale, type PhraseKey, phrase } from "@/server/lib/phrases";

const stored = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** A message's text as staff read it: our built-in texts in their language, and as they mean it for managers. */
export function ownWords(message: Pick<Message, "author" | "phrase" | "text">, locale: Locale): string {
  const notice = managerNotice(message, locale);
  if (notice) return notice;
  const said = stored.safeParse(message.phrase);
  return said.success ? phrase(locale, said.data.key as PhraseKey, said.data.values) : message.text;
}
