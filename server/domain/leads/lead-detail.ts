import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { personContacts } from "@/server/domain/contacts/person-contacts";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadDetail } from "@/server/domain/leads/schema";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const mostOthers = 20;

/** A lead with the person behind it on all their channels. Throws `forbidden`, `not_found`. */
export async function leadDetail(actor: LeadActor, { leadId }: { leadId: number }): Promise<LeadDetail> {
  requireLeadRight(actor, "leads.view");
  const { workspaceId } = actor;
  const lead = await db.lead.findFirst({ where: { id: leadId, workspaceId }, include: LEAD_ROW });
  if (!lead) throw new AppError("not_found", "lead", "There is no such lead.");
  const ids = lead.contactId ? await personContactIds(db, workspaceId, lead.contactId) : [];
  const others = await db.lead.findMany({
    where: { workspaceId, contactId: { in: ids }, id: { not: leadId } },
    select: { id: true, name: true, status: true },
    orderBy: { id: "desc" },
    take: mostOthers,
  });
  return { lead: leadView(lead), person: await personContacts(workspaceId, ids), others };
}
