import type { AiSettings } from "@/prisma/generated/client";
import { managedModelName } from "@/server/domain/usage/model-for";
import { managedPrice } from "@/server/domain/usage/prices";
import { spending } from "@/server/domain/usage/reserve-budget";
import type { AiSettingsView, UsageView } from "@/server/domain/usage/schema";
import { may, requirePermission } from "@/server/domain/workspaces/policy";
import { wallClock } from "@/server/domain/workspaces/zoned-moment";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** How many days the usage page shows, today included. */
const shownDays = 30;
const dayMs = 24 * 3600_000;

/** How the workspace's assistant reaches its model. */
export async function aiSettingsOf(actor: MemberActor): Promise<AiSettingsView> {
  return aiSettingsView(actor, await db.aiSettings.findUnique({ where: { workspaceId: actor.workspaceId } }));
}

/** The same of settings that were just read; null where nothing was ever chosen. */
export function aiSettingsView(actor: MemberActor, settings: AiSettings | null): AiSettingsView {
  const editable = may(actor, "ai.configure");
  return {
    mode: settings?.mode ?? "managed",
    managedModel: managedModelName(),
    own:
      editable && settings?.baseUrl && settings.model
        ? {
            baseUrl: settings.baseUrl,
            model: settings.model,
            embeddingModel: settings.embeddingModel,
            keyLast4: settings.keyLast4,
            hasKey: settings.apiKey !== null,
            probedAt: settings.probedAt?.toISOString() ?? null,
          }
        : null,
    editable,
    mayViewUsage: may(actor, "usage.view"),
  };
}

type DayRow = {
  day: string;
  model: string;
  key_mode: "managed" | "byok";
  requests: number;
  failed: number;
  prompt_tokens: bigint;
  completion_tokens: bigint;
  cost_micros: bigint | null;
};

/** What the model did for the workspace and what that cost, by day and model. Throws `forbidden`. */
export async function usageOf(actor: MemberActor): Promise<UsageView> {
  requirePermission(actor, "usage.view");
  const { workspaceId } = actor;
  const { timeZone } = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { timeZone: true },
  });
  const now = clock.now();
  const today = Math.floor(wallClock(timeZone, now.getTime()) / dayMs);
  const days = Array.from({ length: shownDays }, (_, index) =>
    new Date((today - shownDays + 1 + index) * dayMs).toISOString().slice(0, 10),
  );
  const rows = await db.$queryRaw<DayRow[]>`
    select to_char(created_at at time zone ${timeZone}, 'YYYY-MM-DD') as day, model, key_mode::text as key_mode,
      count(*)::int as requests, count(*) filter (where outcome not in ('ok', 'aborted'))::int as failed,
      sum(prompt_tokens)::bigint as prompt_tokens, sum(completion_tokens)::bigint as completion_tokens,
      sum(cost_micros)::bigint as cost_micros
    from model_usage
    where workspace_id = ${workspaceId} and created_at >= (${days[0]}::timestamp at time zone ${timeZone})
    group by 1, 2, 3 order by 1 desc, 4 desc, 2`;
  const { spent, held } = await spending(db, workspaceId, now);
  const settings = await db.aiSettings.findUnique({
    where: { workspaceId },
    select: { monthlyBudgetMicros: true },
  });
  const managed = managedModelName();
  const { known, input, output } = managedPrice(managed ?? "");
  return {
    days,
    rows: rows.map((row) => ({
      day: row.day,
      model: row.model,
      keyMode: row.key_mode,
      requests: row.requests,
      failed: row.failed,
      promptTokens: Number(row.prompt_tokens),
      completionTokens: Number(row.completion_tokens),
      costMicros: row.cost_micros === null ? null : Number(row.cost_micros),
    })),
    month: {
      spentMicros: Number(spent),
      heldMicros: Number(held),
      budgetMicros: settings?.monthlyBudgetMicros == null ? null : Number(settings.monthlyBudgetMicros),
    },
    cautiousPrice: managed && !known ? { input, output } : null,
  };
}
