import { z } from "zod";
import type { Chat, Resource } from "@/prisma/generated/client";
import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import type { Tx } from "@/server/lib/db";

const groupsSchema = z.object({ managerGroupIds: z.array(z.string()).default([]) });

/** The managers' group that takes a new conversation of the resource; null, with an alert, when none is configured. */
export async function managersChat(tx: Tx, resource: Resource): Promise<Chat | null> {
  const [externalId] = groupsSchema.parse(resource.settings).managerGroupIds;
  if (!externalId) {
    await raiseAlert(tx, resource.workspaceId, "group_missing", resource.name);
    return null;
  }
  return tx.chat.upsert({
    where: { resourceId_externalId: { resourceId: resource.id, externalId } },
    create: {
      workspaceId: resource.workspaceId,
      resourceId: resource.id,
      externalId,
      type: "supergroup",
      isForum: true,
    },
    update: {},
  });
}
