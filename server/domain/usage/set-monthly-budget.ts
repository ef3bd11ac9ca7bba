import { recordAudit } from "@/server/domain/audit/record-audit";
import { budgetAlert } from "@/server/domain/usage/reserve-budget";
import type { SetMonthlyBudgetInput } from "@/server/domain/usage/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/**
 * Limits what calls by the server's key may cost the workspace in a month; from the next call on. Throws `forbidden`.
 */
export async function setMonthlyBudget(
  actor: MemberActor,
  { dollars }: SetMonthlyBudgetInput,
): Promise<{ budgetMicros: number | null }> {
  requirePermission(actor, "ai.configure");
  const { workspaceId } = actor;
  const budgetMicros = dollars === null ? null : Math.round(dollars * 1_000_000);
  await transaction(async (tx) => {
    const monthlyBudgetMicros = budgetMicros === null ? null : BigInt(budgetMicros);
    await tx.aiSettings.createMany({ data: [{ workspaceId }], skipDuplicates: true });
    await tx.$queryRaw`select 1 from ai_settings where workspace_id = ${workspaceId} for update`;
    const before = await tx.aiSettings.findUniqueOrThrow({ where: { workspaceId } });
    if (before.monthlyBudgetMicros === monthlyBudgetMicros) return;
    await tx.aiSettings.update({ where: { workspaceId }, data: { monthlyBudgetMicros } });
    // Should the new one not suffice either, the next call says so.
    await tx.alert.updateMany({
      where: { workspaceId, code: budgetAlert, resolvedAt: null },
      data: { resolvedAt: clock.now() },
    });
    await recordAudit(tx, actor, { action: "ai.budget_changed", details: { dollars } });
  });
  return { budgetMicros };
}
