import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { wallClock, zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** What the analysis by a model has cost since the workspace's day began, and may cost a day; millionths of a US dollar. */
export async function analysisSpending(
  workspaceId: number,
): Promise<{ spentMicros: number; budgetMicros: number }> {
  const { analysisDailyBudget } = await hubSettingsOf(workspaceId);
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const wall = new Date(wallClock(timeZone, clock.now().getTime()));
  const midnight = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate());
  const { _sum } = await db.modelUsage.aggregate({
    where: {
      workspaceId,
      purpose: "intents",
      createdAt: { gte: new Date(zonedMoment(timeZone, midnight, "first")) },
    },
    _sum: { costMicros: true },
  });
  return { spentMicros: Number(_sum.costMicros ?? 0n), budgetMicros: Math.round(analysisDailyBudget * 1e6) };
}
