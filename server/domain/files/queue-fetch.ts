import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/**
 * Has the bytes of an attachment brought from its provider; asked for twice, done once. Two of a conversation come at
 * the same time, so that whoever sends many files leaves runners to others.
 */
export async function queueFetch(
  tx: Tx,
  { attachmentId, conversationId }: { attachmentId: number; conversationId: number },
  runAt?: Date,
): Promise<void> {
  const queue = `fetch:${conversationId}:${attachmentId % 2}`;
  await enqueue(tx, "fetch-attachment", { attachmentId }, { jobKey: `fetch:${attachmentId}`, queue, runAt });
}
