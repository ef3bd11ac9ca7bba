import type { BotChat } from "@/server/domain/meetings/find-reach";
import { deliveryPrefix } from "@/server/domain/meetings/meeting-queue";
import { queueDelivery, toldToMany } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";
import type { OutgoingButton } from "@/server/providers/provider";

/** `key` names the message among those of its meeting: the same twice is one. */
export type Telling = {
  workspaceId: number;
  meetingId: number;
  key: string;
  text: string;
  buttons?: OutgoingButton[][];
};

/** Queues a bot's message about a meeting in somebody's private chat. */
export async function tellInChat(
  tx: Tx,
  { chatId, resourceId }: BotChat,
  { workspaceId, meetingId, key, text, buttons }: Telling,
): Promise<void> {
  await queueDelivery(tx, {
    workspaceId,
    resourceId,
    chatId,
    act: { type: "message", message: { text, ...(buttons && { buttons }) } },
    priority: toldToMany,
    dedupeKey: `${deliveryPrefix(meetingId)}${key}`,
  });
}
