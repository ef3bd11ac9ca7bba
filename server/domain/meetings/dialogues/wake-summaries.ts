import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** A message with a summary is edited no more often than this, however many answer; milliseconds. */
const everyMs = 10_000;

/** Has what organisers were shown of a meeting follow how it stands now; the last act of a transaction. */
export async function wakeSummaries(tx: Tx, meetingId: number): Promise<void> {
  const { _count: count, _max: latest } = await tx.meetingSummary.aggregate({
    where: { meetingId },
    _count: { _all: true },
    _max: { editedAt: true },
  });
  if (count._all === 0) return;
  const runAt = new Date(Math.max(clock.now().getTime(), (latest.editedAt?.getTime() ?? 0) + everyMs));
  await enqueue(tx, "refresh-summaries", { meetingId }, { jobKey: `refresh-summaries:${meetingId}`, runAt });
}
