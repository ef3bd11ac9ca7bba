import type { Prisma } from "@/prisma/generated/client";
import { failApproval } from "@/server/domain/approvals/fail-approval";
import { queueApproved } from "@/server/domain/approvals/queue-approved";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** So many of a bot's approved messages are on their way at once: what customers wait for must not queue behind a batch. */
const mostUnderWay = 60;
/** When something may go but must wait for what is under way. */
const againMs = 500;

const include = { chat: { include: { contact: { select: { blockedAt: true } } } } } as const;
export type Released = Prisma.ApprovalGetPayload<{ include: typeof include }>;

/**
 * Puts a bot's approved messages on their way as far as they may go now: few at once, those of a batch with a pause one
 * after another. Runs again by itself while some wait; the outcome of one that others wait for wakes it, too.
 */
export async function releaseApprovals({ resourceId }: { resourceId: number }): Promise<void> {
  const ran = await oneAtATime(`release:${resourceId}`, () => transaction((tx) => release(tx, resourceId)));
  // Whoever runs may have looked before what we were woken for.
  if (!ran) await transaction((tx) => wakeAgain(tx, resourceId, clock.now()));
}

async function release(tx: Tx, resourceId: number): Promise<void> {
  const now = clock.now();
  const room = mostUnderWay - (await underWay(tx, resourceId, now));
  const due = room > 0 ? await lockDue(tx, resourceId, now, room) : [];
  const approvals = await tx.approval.findMany({ where: { id: { in: due } }, include });
  // From now on they are their deliveries'.
  await tx.approval.updateMany({ where: { id: { in: due } }, data: { sendAfter: null } });
  const placeOf = new Map(due.map((id, place) => [id, place]));
  const going: Released[] = [];
  for (const approval of approvals.toSorted((a, b) => (placeOf.get(a.id) ?? 0) - (placeOf.get(b.id) ?? 0))) {
    const { chat } = approval;
    if (chat.botLeftAt) await failApproval(tx, approval, "kicked");
    else if (chat.type === "private" && chat.contact?.blockedAt) await failApproval(tx, approval, "blocked");
    else going.push(approval);
  }
  await queueApproved(tx, going);
  await wakeAgain(tx, resourceId, now);
}

/** Those of a chat that is held or paced do not keep others from going. */
async function underWay(tx: Tx, resourceId: number, now: Date): Promise<number> {
  const free = (moment: "heldUntil" | "pacedUntil") => ({
    OR: [{ [moment]: null }, { [moment]: { lte: now } }],
  });
  return tx.delivery.count({
    where: {
      resourceId,
      state: "pending",
      approval: { status: "approved" },
      chat: { AND: [free("heldUntil"), free("pacedUntil")] },
    },
  });
}

async function lockDue(tx: Tx, resourceId: number, now: Date, room: number): Promise<number[]> {
  // Of a batch with a pause only its next may go, once the one before has an outcome and the pause is over.
  const due = await tx.$queryRaw<{ id: number }[]>`
    select approvals.id from approvals
    join chats on chats.id = approvals.chat_id
    left join approval_batches batches on batches.id = approvals.batch_id and batches.delay_seconds > 0
    where chats.resource_id = ${resourceId} and approvals.status = 'approved' and approvals.send_after <= ${now}
      and (batches.id is null or not exists (
        select from approvals others where others.batch_id = batches.id and others.id <> approvals.id and (
          (others.status = 'approved' and (others.send_after is null
            or (others.send_after, others.position) < (approvals.send_after, approvals.position)))
          or others.sent_at > ${now}::timestamptz - make_interval(secs => batches.delay_seconds))))
    order by approvals.send_after, approvals.position, approvals.id limit ${room}
    for no key update of approvals skip locked`;
  return due.map(({ id }) => id);
}

async function wakeAgain(tx: Tx, resourceId: number, now: Date): Promise<void> {
  const next = await tx.approval.findFirst({
    where: { status: "approved", sendAfter: { not: null }, chat: { resourceId } },
    orderBy: { sendAfter: "asc" },
    select: { sendAfter: true },
  });
  if (!next?.sendAfter) return;
  const runAt = new Date(Math.max(next.sendAfter.getTime(), now.getTime() + againMs));
  // Not the key of those who wake it: their “now” must not become this “then”.
  await enqueue(tx, "release-approvals", { resourceId }, { jobKey: `release-later:${resourceId}`, runAt });
}
