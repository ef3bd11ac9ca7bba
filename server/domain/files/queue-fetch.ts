import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/**
 * Has the bytes of an attachment brought from its provider; asked for twice, done once. Two of a line (a conversation,
 * a group) come at the same time, so that whoever sends many files leaves runners to others.
 */
export async function queueFetch(
  tx: Tx,
  { attachmentId, line }: { attachmentId: number; line: string },
  runAt?: Date,
): Promise<void> {
  const queue = `fetch:${line}:${attachmentId % 2}`;
  await enqueue(tx, "fetch-attachment", { attachmentId }, { jobKey: `fetch:${attachmentId}`, queue, runAt });
}
