import { actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Undoes a merge: the contact, with whoever was merged into it, is a person of its own again; one that is already stays
 * so. Throws `forbidden`, `not_found`.
 */
export async function separateContact(
  actor: MemberActor,
  { contactId }: { contactId: number },
): Promise<void> {
  requirePermission(actor, "contacts.change");
  await transaction(async (tx) => {
    await tx.$queryRaw`select 1 from workspaces where id = ${actor.workspaceId} for no key update`;
    const contact = await tx.contact.findFirst({ where: { id: contactId, workspaceId: actor.workspaceId } });
    if (!contact) throw new AppError("not_found", "contact", "There is no such contact.");
    if (contact.mergedIntoId === null) return;
    const ids = await personContactIds(tx, actor.workspaceId, contactId);
    await tx.contact.update({ where: { id: contactId }, data: { mergedIntoId: null } });
    const target = { id: contactId, name: `#${contactId}` };
    const details = { into: `#${contact.mergedIntoId}` };
    await recordAudit(tx, actor, { action: "contact.unmerged", target, details });
    const { name } = await actorName(tx, actor);
    const leads = await tx.lead.findMany({ where: { contactId: { in: ids } }, select: { id: true } });
    await tx.leadStep.createMany({
      data: leads.map(({ id }) => ({
        leadId: id,
        kind: "separated" as const,
        details: { contact: displayName(contact) },
        actorName: name,
        userId: actor.userId,
      })),
    });
  });
}
