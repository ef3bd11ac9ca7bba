import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import { queueCard } from "@/server/domain/conversations/queue-card";
import type { StaffResult } from "@/server/domain/conversations/receive-manager-message";
import { standingTopic } from "@/server/domain/conversations/standing-topic";
import type { StaffContactActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Shows the customer's card once more in the conversation's topic. */
export async function showCard(
  actor: StaffContactActor,
  { updateKey, ...target }: ConversationTarget & { updateKey: string },
): Promise<StaffResult> {
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, target);
    const topic = conversation && (await standingTopic(tx, conversation.id));
    if (!conversation || !topic) return { ok: false, reason: "no_conversation" };
    const full = await tx.conversation.findUniqueOrThrow({
      where: { id: conversation.id },
      include: { contact: true, resource: true, workspace: true },
    });
    await queueCard(tx, full, topic, updateKey);
    return { ok: true };
  });
}
