import { leadOfPerson } from "@/server/domain/leads/lead-of-person";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadView } from "@/server/domain/leads/schema";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Makes a lead of the customer of a conversation; `existed` when the person has an open one, which is given instead.
 * Throws `forbidden`, `not_found`.
 */
export async function leadFromConversation(
  actor: LeadActor,
  { conversationId }: { conversationId: number },
): Promise<{ lead: LeadView; existed: boolean }> {
  requireLeadRight(actor, "leads.edit");
  return transaction(async (tx) => {
    const conversation = await tx.conversation.findFirst({
      where: { id: conversationId, workspaceId: actor.workspaceId },
      include: { contact: true },
    });
    if (!conversation) throw new AppError("not_found", "conversation", "There is no such conversation.");
    const origin = {
      source: "conversation",
      conversationId,
      ...(actor.kind === "member" && { ownerUserId: actor.userId }),
    };
    const { lead, existed } = await leadOfPerson(tx, actor, conversation.contact, origin);
    const row = await tx.lead.findUniqueOrThrow({ where: { id: lead.id }, include: LEAD_ROW });
    return { lead: leadView(row), existed };
  });
}
