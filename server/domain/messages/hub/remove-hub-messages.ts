import type { Prisma } from "@/prisma/generated/client";
import { removeFiles } from "@/server/domain/conversations/remove-conversations";
import type { Tx } from "@/server/lib/db";

/**
 * Deletes messages of groups and channels with what was understood of them, their attachments and the files that are in
 * no other message, at most `limit` of them. Returns how many, and the storage keys whose bytes are to be deleted once
 * the transaction has committed.
 */
export async function removeHubMessages(
  tx: Tx,
  where: Prisma.HubMessageWhereInput,
  limit?: number,
): Promise<{ count: number; keys: string[] }> {
  const found = await tx.hubMessage.findMany({
    where: { AND: [where, { messageId: null }] },
    select: { id: true },
    orderBy: { id: "asc" },
    take: limit,
  });
  const ids = found.map(({ id }) => id);
  const files = await tx.file.findMany({
    where: { attachments: { some: { hubMessageId: { in: ids } } } },
    select: { id: true },
  });
  await tx.hubMessage.deleteMany({ where: { id: { in: ids } } });
  const keys = await removeFiles(
    tx,
    files.map(({ id }) => id),
  );
  return { count: ids.length, keys };
}
