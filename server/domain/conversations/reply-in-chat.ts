import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { CustomerActor, StaffContactActor, SystemActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import type { OutgoingButton } from "@/server/providers/provider";

export type ChatReply = {
  resourceId: number;
  chatExternalId: string;
  topicExternalId?: string;
  text: string;
  buttons?: OutgoingButton[][];
  /** Names what is answered (an update), so that handling it twice replies once. */
  updateKey: string;
};

/** Queues a text of the bot's own (help, a hint, a command's answer) that is not part of a conversation. */
export async function replyInChat(
  actor: CustomerActor | StaffContactActor | SystemActor,
  { resourceId, chatExternalId, topicExternalId, text, buttons, updateKey }: ChatReply,
): Promise<void> {
  await transaction(async (tx) => {
    const chat = await tx.chat.findFirst({
      where: { workspaceId: actor.workspaceId, resourceId, externalId: chatExternalId },
    });
    if (!chat) return;
    const topic = topicExternalId
      ? await tx.topic.findUnique({
          where: { chatId_externalId: { chatId: chat.id, externalId: topicExternalId } },
        })
      : null;
    await queueDelivery(tx, {
      workspaceId: actor.workspaceId,
      resourceId,
      chatId: chat.id,
      topicId: topic?.id,
      act: { type: "message", message: { text, buttons } },
      dedupeKey: `reply:${updateKey}`,
    });
  });
}
