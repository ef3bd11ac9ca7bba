import type { Chat, Topic } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";

export type StandingTopic = Topic & { chat: Chat };

/** The topic that shows a conversation, with the group it stands in, which may be another resource's; null without one. */
export function standingTopic(tx: Tx, conversationId: number): Promise<StandingTopic | null> {
  return tx.topic.findFirst({
    where: { conversationId, state: { not: "deleted" } },
    orderBy: { id: "desc" },
    include: { chat: true },
  });
}
