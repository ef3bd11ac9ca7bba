import { auditLead } from "@/server/domain/conversations/audit-lead";
import { findTopicConversation } from "@/server/domain/conversations/find-topic-conversation";
import type { ReplyInput } from "@/server/domain/conversations/inbox-schema";
import { memberClientId } from "@/server/domain/conversations/member-client-id";
import { requireServing } from "@/server/domain/conversations/require-serving";
import { sayAsManager } from "@/server/domain/conversations/say-as-manager";
import { claimUploads } from "@/server/domain/files/claim-uploads";
import type { MemberActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";

export type ReplyResult =
  | { ok: true; messageId: number }
  | { ok: false; reason: "no_conversation" | "closed" | "unknown_message" };

/**
 * A member answers the customer from the browser and leads from now on; the answer stands in the topic, too. The same
 * `clientId` twice is one message. Throws as `claimUploads` does for files that cannot be sent.
 */
export async function replyAsMember(actor: MemberActor, input: ReplyInput): Promise<ReplyResult> {
  requireServing(actor);
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, input);
    if (!conversation) return { ok: false, reason: "no_conversation" };
    const clientId = memberClientId(actor, input.clientId);
    const known = await tx.message.findFirst({
      where: { conversationId: conversation.id, clientId },
      select: { id: true },
    });
    if (known) return { ok: true, messageId: known.id };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    if (input.replyToId && !(await standsIn(tx, conversation.id, input.replyToId)))
      return { ok: false, reason: "unknown_message" };
    const { message } = await sayAsManager(
      tx,
      conversation,
      {
        origin: "browser",
        userId: actor.userId,
        text: input.text,
        clientId,
        replyToId: input.replyToId,
        attachments: await claimUploads(tx, { ...actor, resourceId: conversation.resourceId }, input.fileIds),
      },
      Math.min(input.seenSeq, conversation.lastSeq),
    );
    const isNewLead = conversation.state !== "manager" || conversation.managerUserId !== actor.userId;
    if (isNewLead) await auditLead(tx, actor, "conversation.taken", conversation);
    return { ok: true, messageId: message.id };
  });
}

/** A private note is no message that a customer could be answered on. */
async function standsIn(tx: Tx, conversationId: number, id: number): Promise<boolean> {
  const found = await tx.message.findFirst({
    where: { id, conversationId, kind: { not: "note" } },
    select: { id: true },
  });
  return found !== null;
}
