import { analysisSpending } from "@/server/domain/intents/analysis-spending";
import type { AnalysisBacklog } from "@/server/domain/intents/schema";
import { modelFor } from "@/server/domain/usage/model-for";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

const dayMs = 24 * 3600_000;

/** How many messages wait for their analysis since when, what was done in the last day, and how the day's budget stands. */
export async function analysisBacklog(actor: MemberActor): Promise<AnalysisBacklog> {
  requirePermission(actor, "hub.view");
  const { workspaceId } = actor;
  const [waiting] = await db.$queryRaw<{ count: number; oldest: Date | null }[]>`
    select count(*)::int as count, min(sent_at) as oldest from hub_messages
    where workspace_id = ${workspaceId} and needs_analysis`;
  const done = await db.messageAnalysis.groupBy({
    by: ["method"],
    where: { workspaceId, createdAt: { gte: new Date(clock.now().getTime() - dayMs) } },
    _count: true,
  });
  const model = await modelFor(workspaceId);
  return {
    waiting: waiting?.count ?? 0,
    oldestAt: waiting?.oldest?.toISOString() ?? null,
    lastDay: Object.fromEntries(done.map(({ method, _count }) => [method, _count])),
    ...(await analysisSpending(workspaceId)),
    model: model?.client.model ?? null,
  };
}
