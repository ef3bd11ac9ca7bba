import { z } from "zod";
import type { Message } from "@/prisma/generated/client";
import { type Locale, type PhraseKey, phrase } from "@/server/lib/phrases";

const managersWords: Partial<Record<string, PhraseKey>> = {
  "Bot.closedByCustomer": "Bot.topicClosedByCustomer",
  "Bot.closedByManager": "Bot.topicClosedByManager",
  "Bot.closedIdle": "Bot.topicClosedIdle",
  "Bot.idleNotice": "Bot.topicIdleNotice",
  "Bot.idleNoticeUnanswered": "Bot.topicIdleNotice",
  "Bot.backToAssistant": "Bot.topicBackToAssistant",
  "Bot.tooFast": "Bot.topicTooFast",
};

const stored = z.object({ key: z.string() });

/** What a notice to the customer means for managers, in their language; null where its own words serve them too. */
export function managerNotice(message: Pick<Message, "author" | "phrase">, locale: Locale): string | null {
  if (message.author !== "system") return null;
  const said = stored.safeParse(message.phrase);
  const key = said.success ? managersWords[said.data.key] : undefined;
  return key ? phrase(locale, key) : null;
}
