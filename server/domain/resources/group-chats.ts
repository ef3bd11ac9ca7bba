import { z } from "zod";
import type { Chat, Resource } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";

const groupsSchema = z.object({ managerGroupIds: z.array(z.string()).default([]) });

/** The resource's managers' groups in the order of its settings, made known to us where they were not. */
export async function groupChats(
  tx: Tx,
  resource: Pick<Resource, "id" | "workspaceId" | "settings">,
): Promise<Chat[]> {
  const chats: Chat[] = [];
  for (const externalId of new Set(groupsSchema.parse(resource.settings).managerGroupIds)) {
    const place = { resourceId: resource.id, externalId };
    const known = await tx.chat.findUnique({ where: { resourceId_externalId: place } });
    const made =
      known ??
      (await tx.chat.upsert({
        where: { resourceId_externalId: place },
        create: { ...place, workspaceId: resource.workspaceId, type: "supergroup", isForum: true },
        update: {},
      }));
    chats.push(made);
  }
  return chats;
}
