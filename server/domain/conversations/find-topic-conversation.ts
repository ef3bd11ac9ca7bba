import type { Conversation } from "@/prisma/generated/client";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** A conversation named by a topic or by its id. */
export type ConversationTarget =
  | { chatExternalId: string; topicExternalId: string }
  | { conversationId: number };

/** The conversation that staff mean, locked until the transaction ends; null when no conversation stands there. */
export async function findTopicConversation(
  tx: Tx,
  actor: StaffContactActor | MemberActor,
  target: ConversationTarget,
): Promise<Conversation | null> {
  if ("conversationId" in target) {
    const known = await tx.conversation.findFirst({
      where: { id: target.conversationId, workspaceId: actor.workspaceId },
      select: { id: true },
    });
    return known && lockConversation(tx, actor.workspaceId, known.id);
  }
  const topic = await tx.topic.findFirst({
    where: {
      externalId: target.topicExternalId,
      chat: {
        externalId: target.chatExternalId,
        workspaceId: actor.workspaceId,
        // Several bots may stand in one group: each answers for its own topics.
        ...(actor.kind === "staff-contact" && { resourceId: actor.resourceId }),
      },
    },
    select: { conversationId: true },
  });
  return topic && lockConversation(tx, actor.workspaceId, topic.conversationId);
}
