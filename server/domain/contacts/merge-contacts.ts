import type { Contact } from "@/prisma/generated/client";
import { actorName } from "@/server/domain/audit/actor-name";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import type { MergeContactsInput } from "@/server/domain/contacts/schema";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Says that two contacts are one person: `contactId` and whoever was merged into it follow `intoId`'s person from now on.
 * Nothing is rewritten, so that `separateContact` undoes it. `same`: they are one person already. Throws `forbidden`,
 * `not_found`.
 */
export async function mergeContacts(
  actor: MemberActor,
  { contactId, intoId }: MergeContactsInput,
): Promise<{ ok: true } | { ok: false; reason: "same" | "bot" }> {
  requirePermission(actor, "contacts.change");
  return transaction(async (tx) => {
    // Two merges at once might close a circle that neither of them sees.
    await tx.$queryRaw`select 1 from workspaces where id = ${actor.workspaceId} for no key update`;
    const merged = await mainOf(tx, actor.workspaceId, contactId);
    const main = await mainOf(tx, actor.workspaceId, intoId);
    if (merged.id === main.id) return { ok: false, reason: "same" };
    if (merged.isBot || main.isBot) return { ok: false, reason: "bot" };
    await tx.contact.update({ where: { id: merged.id }, data: { mergedIntoId: main.id } });
    const target = { id: merged.id, name: `#${merged.id}` };
    await recordAudit(tx, actor, { action: "contact.merged", target, details: { into: `#${main.id}` } });
    const { name } = await actorName(tx, actor);
    const ids = await personContactIds(tx, actor.workspaceId, main.id);
    const leads = await tx.lead.findMany({ where: { contactId: { in: ids } }, select: { id: true } });
    await tx.leadStep.createMany({
      data: leads.map(({ id }) => ({
        leadId: id,
        kind: "merged" as const,
        details: { contact: displayName(merged), into: displayName(main) },
        actorName: name,
        userId: actor.userId,
      })),
    });
    return { ok: true };
  });
}

/** The contact that a contact's whole person is merged into. */
async function mainOf(tx: Tx, workspaceId: number, contactId: number): Promise<Contact> {
  const [id] = await personContactIds(tx, workspaceId, contactId);
  const contact = id ? await tx.contact.findFirst({ where: { id, workspaceId } }) : null;
  if (!contact) throw new AppError("not_found", "contact", "There is no such contact.");
  return contact;
}
