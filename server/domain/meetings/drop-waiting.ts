import { deliveryPrefix } from "@/server/domain/meetings/meeting-queue";
import type { Tx } from "@/server/lib/db";

/** Takes back what a meeting's bot has not begun to send: it is not true any more, but that somebody is uninvited. */
export async function dropWaiting(tx: Tx, meetingId: number): Promise<void> {
  const prefix = deliveryPrefix(meetingId);
  await tx.delivery.deleteMany({
    where: {
      dedupeKey: { startsWith: prefix, not: { startsWith: `${prefix}uninvited:` } },
      state: "pending",
      startedAt: null,
    },
  });
}
