import { countConversations } from "@/server/domain/analytics/count-conversations";
import { countMessages } from "@/server/domain/analytics/count-messages";
import { loadOfManagers } from "@/server/domain/analytics/load-of-managers";
import { type Period, periodOf } from "@/server/domain/analytics/period-of";
import { type AnalyticsActor, requireAnalytics } from "@/server/domain/analytics/require-analytics";
import type { AnalyticsInput, AnalyticsView } from "@/server/domain/analytics/schema";
import { timeAssistant } from "@/server/domain/analytics/time-assistant";
import { db } from "@/server/lib/db";

/** What happened in the workspace within a period. Throws `forbidden`. */
export async function analyticsOf(actor: AnalyticsActor, input: AnalyticsInput): Promise<AnalyticsView> {
  requireAnalytics(actor);
  const { workspaceId } = actor;
  const period = await periodOf(workspaceId, input);
  const [messages, conversations, assistantResponse, managers, cost] = await Promise.all([
    countMessages(workspaceId, period),
    countConversations(workspaceId, period),
    timeAssistant(workspaceId, period),
    loadOfManagers(workspaceId, period),
    costOf(workspaceId, period),
  ]);
  const { closed } = conversations.conversations;
  return {
    from: period.days[0] ?? "",
    to: period.days.at(-1) ?? "",
    timeZone: period.timeZone,
    ...messages,
    ...conversations,
    assistantResponse,
    managers,
    cost: { total: cost, perClosed: closed > 0 ? cost / closed : null },
  };
}

/** What models cost in the period, whoever's key paid, in US dollars. */
async function costOf(workspaceId: number, { since, until }: Period): Promise<number> {
  const { _sum } = await db.modelUsage.aggregate({
    where: { workspaceId, createdAt: { gte: since, lt: until } },
    _sum: { costMicros: true },
  });
  return Number(_sum.costMicros ?? 0n) / 1_000_000;
}
