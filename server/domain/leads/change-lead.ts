import type { Prisma } from "@/prisma/generated/client";
import { actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { lockLead } from "@/server/domain/leads/lock-lead";
import { readLeadFields } from "@/server/domain/leads/read-lead-fields";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import {
  type ChangeLeadInput,
  type LeadTrouble,
  type LeadView,
  OPEN_STATUSES,
} from "@/server/domain/leads/schema";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

type Step = { kind: "status" | "owner" | "value" | "next_step" | "details"; details: Prisma.InputJsonObject };

/**
 * Changes what is given of a lead; each change becomes a step of its timeline, what stays the same becomes none.
 * Throws `forbidden`, `not_found`.
 */
export async function changeLead(
  actor: LeadActor,
  { leadId, ...fields }: ChangeLeadInput,
): Promise<{ ok: true; lead: LeadView } | LeadTrouble> {
  requireLeadRight(actor, "leads.edit");
  return transaction(async (tx) => {
    const row = await lockLead(tx, actor.workspaceId, leadId);
    const read = await readLeadFields(tx, actor.workspaceId, fields);
    if (!read.ok) return read;
    const before = leadView(row);
    const changed = await tx.lead.update({ where: { id: leadId }, data: read.data, include: LEAD_ROW });
    const steps = stepsBetween(before, leadView(changed));
    if (steps.length === 0) {
      // Nothing happened: the lead does not move to the top of the lists.
      await tx.lead.update({ where: { id: leadId }, data: { updatedAt: row.updatedAt } });
      return { ok: true, lead: before };
    }
    const who = await actorName(tx, actor);
    const userId = actor.kind === "member" ? actor.userId : null;
    await tx.leadStep.createMany({
      data: steps.map((step) => ({ ...step, leadId, actorName: who.name, userId })),
    });
    const target = { id: leadId, name: `#${leadId}` };
    const changes = steps.map(({ kind }) => kind);
    await recordAudit(tx, actor, { action: "lead.changed", target, details: { changes } });
    if (before.status === changed.status) return { ok: true, lead: leadView(changed) };
    const isOpen = OPEN_STATUSES.some((status) => status === changed.status);
    const settled = await tx.lead.update({
      where: { id: leadId },
      data: { settledAt: isOpen ? null : clock.now() },
      include: LEAD_ROW,
    });
    return { ok: true, lead: leadView(settled) };
  });
}

function stepsBetween(before: LeadView, after: LeadView): Step[] {
  const steps: Step[] = [];
  if (before.status !== after.status)
    steps.push({ kind: "status", details: { from: before.status, to: after.status } });
  if (before.owner?.id !== after.owner?.id)
    steps.push({
      kind: "owner",
      details: { from: before.owner?.name ?? null, to: after.owner?.name ?? null },
    });
  if (before.value !== after.value || (after.value !== null && before.currency !== after.currency))
    steps.push({
      kind: "value",
      details: { from: before.value, to: after.value, currency: after.currency },
    });
  else if (before.currency !== after.currency)
    steps.push({ kind: "value", details: { from: null, to: null, currency: after.currency } });
  if (before.nextStep !== after.nextStep || before.nextStepAt !== after.nextStepAt)
    steps.push({
      kind: "next_step",
      details: { from: before.nextStep, to: after.nextStep, at: after.nextStepAt },
    });
  const names = (["name", "phone", "email"] as const).filter((name) => before[name] !== after[name]);
  if (names.length > 0)
    steps.push({
      kind: "details",
      details: Object.fromEntries(names.map((name) => [name, { from: before[name], to: after[name] }])),
    });
  return steps;
}
