import { leadOfPerson } from "@/server/domain/leads/lead-of-person";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadView } from "@/server/domain/leads/schema";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Makes a lead of whoever wrote a message of the hub; `existed` when the person has an open one, which is given
 * instead; `nobody` when no person of a channel wrote it. Throws `forbidden`, `not_found`.
 */
export async function leadFromHubMessage(
  actor: LeadActor,
  { hubMessageId }: { hubMessageId: number },
): Promise<{ ok: true; lead: LeadView; existed: boolean } | { ok: false; reason: "nobody" }> {
  requireLeadRight(actor, "leads.edit");
  return transaction(async (tx) => {
    const message = await tx.hubMessage.findFirst({
      where: { id: hubMessageId, workspaceId: actor.workspaceId },
      include: { contact: true },
    });
    if (!message) throw new AppError("not_found", "message", "There is no such message.");
    const { contact, conversationId } = message;
    if (!contact || contact.isBot) return { ok: false, reason: "nobody" };
    const origin = {
      source: conversationId ? "conversation" : "group",
      conversationId,
      hubMessageId,
      ...(actor.kind === "member" && { ownerUserId: actor.userId }),
    };
    const { lead, existed } = await leadOfPerson(tx, actor, contact, origin);
    const row = await tx.lead.findUniqueOrThrow({ where: { id: lead.id }, include: LEAD_ROW });
    return { ok: true, lead: leadView(row), existed };
  });
}
