import { z } from "zod";
import type { Chat } from "@/prisma/generated/client";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { type Tx, transaction } from "@/server/lib/db";

const settingsSchema = z.looseObject({ managerGroupIds: z.array(z.string()).optional() });

/** A group got a new id at the provider (it became a supergroup): chat, settings and what waits follow it. */
export async function recordChatMoved(
  chat: Pick<Chat, "id" | "resourceId" | "externalId">,
  toExternalId: string,
): Promise<void> {
  if (chat.externalId === toExternalId) return;
  await transaction(async (tx) => {
    // Both the old and the new group tell of the move, and a refused message does too: one at a time.
    await tx.$queryRaw`select 1 from resources where id = ${chat.resourceId} for update`;
    await wakeChat(tx, await moveChat(tx, chat, toExternalId));
    const resource = await tx.resource.findUniqueOrThrow({ where: { id: chat.resourceId } });
    const settings = settingsSchema.parse(resource.settings);
    const managerGroupIds = settings.managerGroupIds?.map((id) =>
      id === chat.externalId ? toExternalId : id,
    );
    await tx.resource.update({
      where: { id: resource.id },
      data: { settings: { ...settings, managerGroupIds } as object },
    });
  });
}

/** Returns the id of the chat that stands for the group from now on. */
async function moveChat(
  tx: Tx,
  chat: Pick<Chat, "id" | "resourceId" | "externalId">,
  toExternalId: string,
): Promise<number> {
  const place = { resourceId_externalId: { resourceId: chat.resourceId, externalId: toExternalId } };
  const known = await tx.chat.findUnique({ where: place });
  if (known?.id === chat.id) return chat.id;
  // The new group counts its messages from 1 again.
  await tx.$executeRaw`
    update hub_messages set external_id = ${chat.externalId} || ':' || external_id,
      reply_to_external_id = ${chat.externalId} || ':' || reply_to_external_id
    where chat_id = ${chat.id}`;
  if (!known) {
    await tx.chat.updateMany({
      where: { id: chat.id },
      data: {
        externalId: toExternalId,
        type: "supergroup",
        heldUntil: null,
        errorCode: null,
        errorDetail: null,
      },
    });
    return chat.id;
  }
  // The new group was seen before we learned that it is the old one.
  await tx.topic.updateMany({ where: { chatId: chat.id }, data: { chatId: known.id } });
  await tx.delivery.updateMany({ where: { chatId: chat.id }, data: { chatId: known.id } });
  await tx.approval.updateMany({ where: { chatId: chat.id }, data: { chatId: known.id } });
  await tx.hubMessage.updateMany({ where: { chatId: chat.id }, data: { chatId: known.id } });
  await tx.$executeRaw`
    update chat_members set chat_id = ${known.id} where chat_id = ${chat.id}
      and contact_id not in (select contact_id from chat_members where chat_id = ${known.id})`;
  const before = await tx.chat.findUnique({ where: { id: chat.id } });
  if (before?.ignoredAt)
    await tx.chat.update({ where: { id: known.id }, data: { ignoredAt: before.ignoredAt } });
  await tx.chat.deleteMany({ where: { id: chat.id } });
  return known.id;
}
