import { type BotChat, findBotChats } from "@/server/domain/meetings/find-reach";
import { deliveryPrefix } from "@/server/domain/meetings/meeting-queue";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
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
    dedupeKey: `${deliveryPrefix(meetingId)}${key}`,
  });
}

/** Queues a bot's message to a person about a meeting; false when the bot cannot reach them. */
export async function tellPerson(
  tx: Tx,
  { personId, resourceId, ...telling }: Telling & { personId: number; resourceId: number },
): Promise<boolean> {
  const { workspaceId } = telling;
  const people = await tx.meetingPerson.findMany({ where: { id: personId, workspaceId } });
  const chat = (await findBotChats(tx, workspaceId, people, resourceId)).get(personId);
  if (chat) await tellInChat(tx, chat, telling);
  return chat !== undefined;
}
