import type { Conversation } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { AuditAction } from "@/server/domain/audit/schema";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { MemberActor, StaffContactActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** Notes that staff took, handed back or closed a conversation, in the browser or in its topic. */
export async function auditLead(
  tx: Tx,
  actor: MemberActor | StaffContactActor,
  action: Extract<AuditAction, `conversation.${string}`>,
  { id, contactId }: Conversation,
): Promise<void> {
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
  await recordAudit(tx, actor, { action, target: { id, name: `${displayName(contact)} · #${id}` } });
}
