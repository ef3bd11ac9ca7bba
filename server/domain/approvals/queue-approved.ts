import type { Released } from "@/server/domain/approvals/release-approvals";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { openChatButton } from "@/server/domain/conversations/open-chat-button";
import { enqueueAll } from "@/server/jobs/enqueue-all";
import type { Tx } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";

/**
 * Puts approved messages of one bot on their way, in their order. Where the person has an open conversation a message
 * becomes a part of it, so that their Mini App and the managers see it; who leads the conversation stays as it is.
 */
export async function queueApproved(tx: Tx, approvals: Released[]): Promise<void> {
  if (approvals.length === 0) return;
  const conversationOf = await openConversations(tx, approvals);
  const resource = await tx.resource.findUniqueOrThrow({ where: { id: approvals[0]?.chat.resourceId } });
  const deliveries = [];
  for (const approval of approvals) {
    const { id, workspaceId, chatId, chat, text } = approval;
    const conversationId = chat.type === "private" ? conversationOf.get(chat.contactId ?? 0) : undefined;
    const said = conversationId === undefined ? null : await sayIn(tx, conversationId, approval);
    const buttons = said ? openChatButton(resource, said.language) : undefined;
    const act: OutgoingAct = { type: "message", message: { text, buttons } };
    deliveries.push({
      workspaceId,
      resourceId: chat.resourceId,
      chatId,
      messageId: said?.messageId,
      approvalId: id,
      act: act as object,
      dedupeKey: `approval:${id}`,
    });
  }
  await tx.delivery.createMany({ data: deliveries, skipDuplicates: true });
  const chatIds = [...new Set(approvals.map(({ chatId }) => chatId))];
  await enqueueAll(
    tx,
    "drain-chat",
    chatIds.map((chatId) => ({ payload: { chatId }, jobKey: `drain:${chatId}` })),
  );
}

/** The open conversations of the people written to, by contact; locked after the contacts, as everywhere. */
async function openConversations(tx: Tx, [first, ...others]: Released[]): Promise<Map<number, number>> {
  if (!first) return new Map();
  const { workspaceId, chat } = first;
  const contactIds = [first, ...others].flatMap(({ chat }) => chat.contactId ?? []);
  const open = await tx.conversation.findMany({
    where: {
      workspaceId,
      resourceId: chat.resourceId,
      contactId: { in: contactIds },
      state: { not: "closed" },
    },
    orderBy: { id: "asc" },
    select: { id: true, contactId: true },
  });
  if (open.length === 0) return new Map();
  const busy = open.map(({ contactId }) => contactId);
  await tx.$queryRaw`select 1 from contacts where id = any(${busy}::int[]) order by id for no key update`;
  const still = await tx.$queryRaw<{ id: number; contact_id: number }[]>`
    select id, contact_id from conversations where id = any(${open.map(({ id }) => id)}::int[]) and state <> 'closed'
    order by id for no key update`;
  return new Map(still.map(({ id, contact_id }) => [contact_id, id]));
}

async function sayIn(tx: Tx, conversationId: number, { id, text, decidedByKind, decidedById }: Released) {
  const said = await appendMessage(tx, conversationId, {
    author: "manager",
    origin: "api",
    userId: decidedByKind === "member" ? decidedById : null,
    text,
    clientId: `approval:${id}`,
  });
  await mirrorToTopic(tx, said.conversation);
  return { messageId: said.message.id, language: said.conversation.language };
}
