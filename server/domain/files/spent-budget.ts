import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Whose uploads are counted: a customer's, by page and by bot, or a member's. */
export type BudgetOwner = { contactId: number } | { workspaceId: number; userId: number };

/** What a customer may have uploaded and not sent, in bytes. */
const mostUnsentBytes = 200 * 1024 * 1024;
/** What a customer may send within 24 hours, by page and by bot together, in bytes; a member may as much. */
const mostBytesADay = 1024 * 1024 * 1024;
const dayMs = 24 * 3600_000;

/** Which of somebody's allowances so many bytes more (0: not known yet) would exceed; null when they are welcome. */
export async function spentBudget(
  owner: BudgetOwner,
  bytes: number,
): Promise<"unsent_limit" | "day_limit" | null> {
  const since = new Date(clock.now().getTime() - dayMs);
  const [day, unsent] = await Promise.all([
    db.file.aggregate({ where: { ...owner, createdAt: { gte: since } }, _sum: { sizeBytes: true } }),
    db.file.aggregate({
      where: { ...owner, resourceId: { not: null }, attachments: { none: {} } },
      _sum: { sizeBytes: true },
    }),
  ]);
  const more = Math.max(bytes, 1);
  if ((day._sum.sizeBytes ?? 0) + more > mostBytesADay) return "day_limit";
  return (unsent._sum.sizeBytes ?? 0) + more > mostUnsentBytes ? "unsent_limit" : null;
}
