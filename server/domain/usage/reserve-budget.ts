import { raiseAlert } from "@/server/domain/notifications/raise-alert";
import { budgetMonth } from "@/server/domain/usage/budget-month";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";

/** Longer than any call of a model takes. */
const heldMs = 5 * 60_000;

export type Reservation = { ok: true; id: number | null } | { ok: false; reason: "budget_spent" };

/** Alert that the month's budget does not suffice for another call. */
export const budgetAlert = "budget_spent";

/**
 * Puts the most that a call of the server's key can cost aside (millionths of a US dollar) before it is made, one call
 * of the workspace after another, so that calls at the same time cannot pass its monthly budget together. Without a
 * budget nothing is held (`id` null). A refusal is told to the owner.
 */
export async function reserveBudget(workspaceId: number, amountMicros: number): Promise<Reservation> {
  return transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ budget: bigint | null }[]>`
      select monthly_budget_micros as budget from ai_settings where workspace_id = ${workspaceId} for update`;
    if (locked?.budget == null) return { ok: true, id: null };
    const now = clock.now();
    await tx.usageReservation.deleteMany({ where: { workspaceId, expiresAt: { lte: now } } });
    const { spent, held, since } = await spending(tx, workspaceId, now);
    if (spent + held + BigInt(amountMicros) > locked.budget) {
      await raiseAlert(tx, workspaceId, budgetAlert);
      return { ok: false, reason: "budget_spent" };
    }
    // What was told last month is over; within a month smaller calls may still fit where a larger one did not.
    await tx.alert.updateMany({
      where: { workspaceId, code: budgetAlert, resolvedAt: null, lastAt: { lt: since } },
      data: { resolvedAt: now },
    });
    const { id } = await tx.usageReservation.create({
      data: {
        workspaceId,
        amountMicros: BigInt(amountMicros),
        expiresAt: new Date(now.getTime() + heldMs),
      },
    });
    return { ok: true, id };
  });
}

/** What calls of the server's key have cost since the month began, and what is put aside for those under way. */
export async function spending(
  tx: Tx,
  workspaceId: number,
  now: Date,
): Promise<{ spent: bigint; held: bigint; since: Date }> {
  const { timeZone } = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const since = budgetMonth(timeZone, now);
  const paid = await tx.modelUsage.aggregate({
    where: { workspaceId, keyMode: "managed", createdAt: { gte: since } },
    _sum: { costMicros: true },
  });
  const aside = await tx.usageReservation.aggregate({
    where: { workspaceId, expiresAt: { gt: now } },
    _sum: { amountMicros: true },
  });
  return { spent: paid._sum.costMicros ?? 0n, held: aside._sum.amountMicros ?? 0n, since };
}
