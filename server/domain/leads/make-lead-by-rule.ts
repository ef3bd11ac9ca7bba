import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { leadOfPerson } from "@/server/domain/leads/lead-of-person";
import type { IntentName } from "@/server/domain/messages/hub/schema";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Messages older than this, taken over from elsewhere or analysed anew, make no leads. */
const freshMs = 7 * 24 * 3_600_000;

/**
 * Makes a lead of the client who wrote a message whose intent is one of the workspace's `leadIntents`, unless the
 * person has an open one. Call it in the transaction that stores the analysis; gives the new lead's id, else null.
 */
export async function makeLeadByRule(
  tx: Tx,
  { workspaceId, hubMessageId, intent }: { workspaceId: number; hubMessageId: number; intent: IntentName },
): Promise<number | null> {
  const { leadIntents } = await hubSettingsOf(workspaceId, tx);
  if (!leadIntents.includes(intent)) return null;
  const message = await tx.hubMessage.findFirst({
    where: {
      id: hubMessageId,
      workspaceId,
      isAutomatic: false,
      isForwarded: false,
      deletedAt: null,
      sentAt: { gt: new Date(clock.now().getTime() - freshMs) },
    },
    include: { contact: true },
  });
  if (message?.contact?.role !== "client" || message.contact.isBot) return null;
  // Analysed anew, a message does not bring back a lead that was settled since.
  const ids = await personContactIds(tx, workspaceId, message.contact.id);
  const since = { workspaceId, contactId: { in: ids }, createdAt: { gte: message.sentAt } };
  if ((await tx.lead.count({ where: since })) > 0) return null;
  const origin = {
    source: message.conversationId ? "conversation" : "group",
    conversationId: message.conversationId,
    hubMessageId,
  };
  const { lead, existed } = await leadOfPerson(tx, { kind: "system", workspaceId }, message.contact, origin);
  return existed ? null : lead.id;
}
