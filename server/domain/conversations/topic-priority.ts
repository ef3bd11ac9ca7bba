import type { Conversation } from "@/prisma/generated/client";

const urgentReasons = new Set(["emergency", "complaint"]);

/**
 * How soon what managers have to read goes out while a group takes few messages a minute: 2 for emergencies and
 * complaints, 1 until the customer got a first answer, 0 for the rest.
 */
export function topicPriority(conversation: Pick<Conversation, "handoffReason" | "firstReplyAt">): 0 | 1 | 2 {
  if (urgentReasons.has(conversation.handoffReason ?? "")) return 2;
  return conversation.firstReplyAt === null ? 1 : 0;
}
