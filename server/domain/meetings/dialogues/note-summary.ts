import { TURN_PREFIX } from "@/server/domain/meetings/dialogues/turn-key";
import { wakeSummaries } from "@/server/domain/meetings/dialogues/wake-summaries";
import type { Tx } from "@/server/lib/db";

/** Remembers which message a summary arrived as; what was said meanwhile is shown in it then. */
export async function noteSummary(
  tx: Tx,
  { dedupeKey: deliveryKey }: { dedupeKey: string },
  externalIds: string[],
): Promise<void> {
  if (!deliveryKey.startsWith(TURN_PREFIX)) return;
  const [externalId] = externalIds;
  // A text that went in pieces cannot be edited as one.
  if (externalIds.length !== 1 || !externalId) {
    await tx.meetingSummary.deleteMany({ where: { deliveryKey } });
    return;
  }
  const [noted] = await tx.meetingSummary.updateManyAndReturn({
    where: { deliveryKey },
    data: { externalId },
  });
  if (noted) await wakeSummaries(tx, noted.meetingId);
}
