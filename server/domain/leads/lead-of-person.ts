import type { Contact, Lead } from "@/prisma/generated/client";
import type { AuditedActor } from "@/server/domain/audit/actor-name";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { insertLead } from "@/server/domain/leads/insert-lead";
import { OPEN_STATUSES } from "@/server/domain/leads/schema";
import type { Tx } from "@/server/lib/db";

type Origin = { source: string; conversationId?: number | null; hubMessageId?: number; ownerUserId?: number };

/**
 * The open lead of the person behind a contact, made if there is none: a person has one open lead, however many
 * messages, channels and clicks. Who came by a QR code or deep link has its lead source.
 */
export async function leadOfPerson(
  tx: Tx,
  actor: AuditedActor,
  contact: Contact,
  { source, ...origin }: Origin,
): Promise<{ lead: Lead; existed: boolean }> {
  const { workspaceId } = contact;
  const ids = await personContactIds(tx, workspaceId, contact.id);
  // Two who make it at once meet at the main contact's row.
  await tx.$queryRaw`select 1 from contacts where id = ${ids[0]} for no key update`;
  const open = await tx.lead.findFirst({
    where: { workspaceId, contactId: { in: ids }, status: { in: [...OPEN_STATUSES] } },
    orderBy: { id: "desc" },
  });
  if (open) return { lead: open, existed: true };
  const cameBy = await tx.contact.findFirst({
    where: { id: { in: ids }, leadSource: { not: null } },
    orderBy: { firstSeenAt: "asc" },
    select: { leadSource: true },
  });
  const lead = await insertLead(tx, actor, {
    ...origin,
    contactId: contact.id,
    name: displayName(contact).slice(0, 200),
    phone: contact.phone,
    email: contact.email,
    source: cameBy ? `qr:${cameBy.leadSource}`.slice(0, 80) : source,
  });
  return { lead, existed: false };
}
