import { deliveryPrefix } from "@/server/domain/meetings/meeting-queue";
import type { Tx } from "@/server/lib/db";

/** Takes back what a meeting's bot has not begun to send: it is not true any more. */
export async function dropWaiting(tx: Tx, meetingId: number): Promise<void> {
  await tx.delivery.deleteMany({
    where: { dedupeKey: { startsWith: deliveryPrefix(meetingId) }, state: "pending", startedAt: null },
  });
}
