import { z } from "zod";
import type { Chat, Resource } from "@/prisma/generated/client";
import type { Tx } from "@/server/lib/db";

const groupsSchema = z.object({ managerGroupIds: z.array(z.string()).default([]) });

/** The resource's managers' groups in the order of its settings, made known to us where they were not. */
export async function groupChats(
  tx: Tx,
  resource: Pick<Resource, "id" | "workspaceId" | "settings">,
): Promise<Chat[]> {
  const externalIds = [...new Set(groupsSchema.parse(resource.settings).managerGroupIds)];
  const where = { resourceId: resource.id, externalId: { in: externalIds } };
  let known = await tx.chat.findMany({ where });
  if (known.length < externalIds.length) {
    const { id: resourceId, workspaceId } = resource;
    await tx.chat.createMany({
      data: externalIds.map((externalId) => ({
        workspaceId,
        resourceId,
        externalId,
        type: "supergroup",
        isForum: true,
      })),
      // Two conversations may be the first at the same moment.
      skipDuplicates: true,
    });
    known = await tx.chat.findMany({ where });
  }
  return known.toSorted(
    (one, other) => externalIds.indexOf(one.externalId) - externalIds.indexOf(other.externalId),
  );
}
