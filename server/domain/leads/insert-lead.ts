import type { Lead, Prisma } from "@/prisma/generated/client";
import { type AuditedActor, actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { OPEN_STATUSES } from "@/server/domain/leads/schema";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

type NewLead = Omit<Prisma.LeadUncheckedCreateInput, "workspaceId" | "currency"> & {
  currency?: string;
  note?: string;
};

/** Adds a lead with its first step, in the workspace's currency unless it names another. Audited. */
export async function insertLead(tx: Tx, actor: AuditedActor, { note, ...data }: NewLead): Promise<Lead> {
  const who = await actorName(tx, actor);
  const userId = actor.kind === "member" ? actor.userId : null;
  const step = { actorName: who.name, userId };
  const isOpen = OPEN_STATUSES.some((status) => status === (data.status ?? "new"));
  const lead = await tx.lead.create({
    data: {
      ...data,
      workspaceId: actor.workspaceId,
      currency: data.currency ?? (await hubSettingsOf(actor.workspaceId, tx)).currency,
      settledAt: isOpen ? null : clock.now(),
      steps: {
        create: [
          { kind: "created", details: { source: data.source }, ...step },
          ...(note ? [{ kind: "note" as const, text: note, ...step }] : []),
        ],
      },
    },
  });
  const target = { id: lead.id, name: `#${lead.id}` };
  await recordAudit(tx, actor, { action: "lead.created", target, details: { source: data.source } });
  return lead;
}
