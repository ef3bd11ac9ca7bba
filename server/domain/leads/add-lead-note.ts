import { actorName } from "@/server/domain/audit/actor-name";
import { lockLead } from "@/server/domain/leads/lock-lead";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadNoteInput } from "@/server/domain/leads/schema";
import { transaction } from "@/server/lib/db";

/** Adds a note to a lead; the same `clientId` twice is one note. Throws `forbidden`, `not_found`. */
export async function addLeadNote(
  actor: LeadActor,
  { leadId, clientId, text }: LeadNoteInput,
): Promise<{ stepId: number }> {
  requireLeadRight(actor, "leads.edit");
  return transaction(async (tx) => {
    await lockLead(tx, actor.workspaceId, leadId);
    const known = await tx.leadStep.findFirst({
      where: { leadId, kind: "note", details: { path: ["clientId"], equals: clientId } },
      select: { id: true },
    });
    if (known) return { stepId: known.id };
    const { name } = await actorName(tx, actor);
    const userId = actor.kind === "member" ? actor.userId : null;
    const { id } = await tx.leadStep.create({
      data: { leadId, kind: "note", text, details: { clientId }, actorName: name, userId },
    });
    // Prisma sets `updatedAt` with any update.
    await tx.lead.update({ where: { id: leadId }, data: {} });
    return { stepId: id };
  });
}
