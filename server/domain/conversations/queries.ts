import { ownConversations } from "@/server/domain/conversations/current-conversation";
import {
  customerConversationView,
  customerMessageView,
  visibleToCustomer,
} from "@/server/domain/conversations/customer-views";
import { readCustomerMessages } from "@/server/domain/conversations/read-customer-messages";
import type {
  CustomerChatView,
  CustomerMessageView,
  HistoryInput,
} from "@/server/domain/conversations/schema";
import { cursorOf } from "@/server/domain/conversations/stream-cursor";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { localeFor } from "@/server/lib/phrases";

/** How many messages a chat page opens with. */
const firstPage = 50;

/** Everything the chat page needs to draw itself, and the place in the change log from which to go on. */
export async function openCustomerChat(actor: CustomerActor): Promise<CustomerChatView> {
  // The cursor is read first: what changes while the rest is read comes once more by the stream, never not at all.
  const conversations = await db.conversation.findMany({
    where: ownConversations(actor),
    orderBy: { id: "desc" },
    take: 3,
  });
  const contact = await db.contact.findUniqueOrThrow({
    where: { id: actor.contactId },
    include: { workspace: true },
  });
  const { messages, hasOlder } = await olderMessages(actor, { limit: firstPage });
  const [newest] = conversations;
  return {
    companyName: contact.workspace.name,
    language: localeFor(contact.languageCode),
    conversation: newest ? customerConversationView(newest) : null,
    messages,
    hasOlder,
    cursor: cursorOf(conversations),
  };
}

/** A page of the customer's history over all their conversations, oldest first. */
export async function olderMessages(
  actor: CustomerActor,
  { beforeId, limit }: HistoryInput,
): Promise<{ messages: CustomerMessageView[]; hasOlder: boolean }> {
  const found = await db.message.findMany({
    where: {
      conversation: ownConversations(actor),
      ...visibleToCustomer,
      ...(beforeId && { id: { lt: beforeId } }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: { id: true },
  });
  return {
    messages: await views(actor, found.slice(0, limit)),
    hasOlder: found.length > limit,
  };
}

/** The messages of the customer's newest conversation with a number above `afterSeq`, oldest first. */
export async function messagesAfter(
  actor: CustomerActor,
  afterSeq: number,
): Promise<{ conversationId: number | null; state: string | null; messages: CustomerMessageView[] }> {
  const newest = await db.conversation.findFirst({ where: ownConversations(actor), orderBy: { id: "desc" } });
  if (!newest) return { conversationId: null, state: null, messages: [] };
  const messages = await db.message.findMany({
    where: { conversationId: newest.id, seq: { gt: afterSeq }, ...visibleToCustomer },
    orderBy: { seq: "asc" },
    take: 500,
    select: { id: true },
  });
  return { conversationId: newest.id, state: newest.state, messages: await views(actor, messages) };
}

/** One message as its customer sees it; throws `not_found` for a foreign one. */
export async function customerMessage(actor: CustomerActor, id: number): Promise<CustomerMessageView> {
  const [message] = await views(actor, [{ id }]);
  if (!message) throw new AppError("not_found", "message_unknown", "There is no such message.");
  return message;
}

/** Oldest first. */
async function views(actor: CustomerActor, messages: { id: number }[]): Promise<CustomerMessageView[]> {
  const found = await readCustomerMessages(messages.map(({ id }) => ({ actor, id })));
  return found.map(customerMessageView);
}
