import { enqueue } from "@/server/jobs/enqueue";
import type { Tx } from "@/server/lib/db";

/** Has the bytes of an attachment brought from its provider; asked for twice, done once. */
export async function queueFetch(tx: Tx, attachmentId: number, runAt?: Date): Promise<void> {
  await enqueue(tx, "fetch-attachment", { attachmentId }, { jobKey: `fetch:${attachmentId}`, runAt });
}
