import type { Message } from "@/prisma/generated/client";
import { queueEdit } from "@/server/domain/conversations/queue-edit";
import { recordChange } from "@/server/domain/conversations/record-change";
import { tellEditAnew } from "@/server/domain/conversations/tell-edit-anew";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

/**
 * Gives a message its new text, here and wherever it was passed on. A question edited before it was answered is
 * answered as it now reads.
 */
export async function applyEdit(
  tx: Tx,
  messageId: number,
  { text, entities }: { text: string; entities: TextEntity[] },
): Promise<Message> {
  const message = await tx.message.update({
    where: { id: messageId },
    data: { text, entities, editedAt: clock.now() },
  });
  const conversation = await recordChange(tx, message.conversationId, { type: "edit", messageId });
  await queueEdit(tx, message);
  await tellEditAnew(tx, conversation, message);
  const unanswered = message.author === "customer" && message.seq > conversation.answeredSeq;
  if (unanswered && conversation.state === "assistant") await wakeAssistant(tx, conversation);
  return message;
}
