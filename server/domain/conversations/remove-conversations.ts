import type { Tx } from "@/server/lib/db";

/**
 * Deletes conversations with all that stands in them, and the files that are in no other message. Returns the storage
 * keys whose bytes are to be deleted once the transaction has committed; what a crash leaves of them is swept later.
 */
export async function removeConversations(tx: Tx, ids: number[]): Promise<string[]> {
  const inThem = { attachments: { some: { message: { conversationId: { in: ids } } } } };
  const files = await tx.file.findMany({ where: inThem, select: { id: true } });
  // Cards and notices of a topic belong to no message.
  await tx.delivery.deleteMany({ where: { topic: { conversationId: { in: ids } } } });
  await tx.$executeRaw`
    delete from webhook_deliveries where payload #>> '{data,conversation,id}' = any(${ids.map(String)})`;
  await tx.conversation.deleteMany({ where: { id: { in: ids } } });
  return removeFiles(
    tx,
    files.map(({ id }) => id),
  );
}

/** Deletes files that are in no message; returns their storage keys. */
export async function removeFiles(tx: Tx, fileIds: string[]): Promise<string[]> {
  const gone = await tx.file.findMany({ where: { id: { in: fileIds }, attachments: { none: {} } } });
  await tx.file.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  return gone.flatMap(({ storageKey, thumbnailKey }) => [storageKey, thumbnailKey ?? []].flat());
}
