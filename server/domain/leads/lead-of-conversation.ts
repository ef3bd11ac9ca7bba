import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { requireLeadRight } from "@/server/domain/leads/require-lead-right";
import { type LeadStatusName, OPEN_STATUSES } from "@/server/domain/leads/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The open lead of a conversation's customer, or null. Throws `forbidden`. */
export async function leadOfConversation(
  actor: MemberActor,
  { conversationId }: { conversationId: number },
): Promise<{ id: number; name: string; status: LeadStatusName } | null> {
  requireLeadRight(actor, "leads.view");
  const { workspaceId } = actor;
  const conversation = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId },
    select: { contactId: true },
  });
  if (!conversation) return null;
  return db.lead.findFirst({
    where: {
      workspaceId,
      contactId: { in: await personContactIds(db, workspaceId, conversation.contactId) },
      status: { in: [...OPEN_STATUSES] },
    },
    select: { id: true, name: true, status: true },
    orderBy: { id: "desc" },
  });
}
