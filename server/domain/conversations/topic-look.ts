import type { Contact, Conversation } from "@/prisma/generated/client";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { TopicLook } from "@/server/providers/provider";

/** Telegram allows 128 characters; names of people can be longer. UTF-16 units. */
const longestName = 100;

/** Name and icon of a conversation's topic: who it is, and by the icon whose turn it is. */
export function topicLook(conversation: Conversation, contact: Contact): TopicLook {
  const whole = displayName(contact);
  const cut = whole.slice(0, longestName);
  // Half a character (a surrogate alone) would be refused.
  const name = cut.isWellFormed() ? cut : cut.slice(0, -1);
  return { name: `${name} · #${conversation.id}`, icon: conversation.state };
}
