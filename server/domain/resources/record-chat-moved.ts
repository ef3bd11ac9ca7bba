import { z } from "zod";
import type { Chat } from "@/prisma/generated/client";
import { transaction } from "@/server/lib/db";

const settingsSchema = z.looseObject({ managerGroupIds: z.array(z.string()).optional() });

/** A group got a new id at the provider (it became a supergroup): chat and settings follow. */
export async function recordChatMoved(
  chat: Pick<Chat, "id" | "resourceId" | "externalId">,
  toExternalId: string,
): Promise<void> {
  await transaction(async (tx) => {
    const known = await tx.chat.findUnique({
      where: { resourceId_externalId: { resourceId: chat.resourceId, externalId: toExternalId } },
    });
    // The new group may have written before we learned that it is the old one.
    if (known) await tx.chat.delete({ where: { id: known.id } });
    await tx.chat.update({ where: { id: chat.id }, data: { externalId: toExternalId, type: "supergroup" } });
    await tx.$queryRaw`select 1 from resources where id = ${chat.resourceId} for update`;
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
