import type { Tx } from "@/server/lib/db";

/** Ties the provider's messages that one of ours came in by to it, so that replies, edits and reactions find it. */
export async function linkInbound(
  tx: Tx,
  chatId: number,
  externalIds: string[],
  messageId: number,
): Promise<void> {
  await tx.messageLink.createMany({
    data: externalIds.map((externalId) => ({ chatId, externalId, messageId, inbound: true })),
  });
}
