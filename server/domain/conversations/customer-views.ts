import { z } from "zod";
import type { Conversation, Prisma } from "@/prisma/generated/client";
import { deliveryFailure } from "@/server/domain/conversations/delivery-failure";
import { messageWords } from "@/server/domain/conversations/message-words";
import type { ShownMessage } from "@/server/domain/conversations/read-customer-messages";
import type { CustomerConversationView, CustomerMessageView } from "@/server/domain/conversations/schema";
import { attachmentView } from "@/server/domain/files/attachment-view";
import { localeFor } from "@/server/lib/phrases";
import { textEntity } from "@/server/lib/text-entity";

/** Which messages a customer may see: everything but managers' private notes. */
export const visibleToCustomer = { kind: { not: "note" } } satisfies Prisma.MessageWhereInput;

/** A message as its customer sees it. */
export function customerMessageView(message: ShownMessage): CustomerMessageView {
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    author: message.author,
    kind: message.kind === "note" ? "notice" : message.kind,
    authorName: message.author === "manager" ? message.writerName : null,
    text: message.deletedAt ? "" : message.text,
    entities: message.deletedAt ? [] : z.array(textEntity).parse(message.entities),
    attachments: message.deletedAt ? [] : message.attachments.map(attachmentView),
    reactions: message.reactions,
    clientId: message.clientId,
    replyTo: repliedView(message),
    citations: message.citations,
    createdAt: message.createdAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    deleted: message.deletedAt !== null,
    ...howItFared(message),
  };
}

function repliedView({ replyTo, language }: ShownMessage): CustomerMessageView["replyTo"] {
  if (!replyTo || replyTo.kind === "note") return null;
  const { id, author } = replyTo;
  return { id, author, text: messageWords(replyTo, localeFor(language)) };
}

/** How a customer's message fared, its newest edit included; one that waits for a topic counts as sent until it stands there. */
function howItFared(message: ShownMessage): Pick<CustomerMessageView, "status" | "failure"> {
  if (message.author !== "customer") return { status: null, failure: null };
  const last = message.deliveries.at(-1);
  if (last?.state === "failed" || last?.state === "unknown")
    return { status: "failed", failure: deliveryFailure(last) };
  if (message.seq <= message.staffReadSeq) return { status: "read", failure: null };
  const stands = message.deliveries.some(({ state }) => state === "sent");
  return { status: stands ? "delivered" : "sent", failure: null };
}

/** What the customer is shown of a conversation. */
export type ShownConversation = Pick<
  Conversation,
  | "id"
  | "state"
  | "offer"
  | "rating"
  | "lastSeq"
  | "staffReadSeq"
  | "customerReadSeq"
  | "openedAt"
  | "closedAt"
>;

/** A conversation as its customer sees it. */
export function customerConversationView(conversation: ShownConversation): CustomerConversationView {
  return {
    id: conversation.id,
    state: conversation.state,
    offer: conversation.offer,
    rating: conversation.rating,
    lastSeq: conversation.lastSeq,
    staffReadSeq: conversation.staffReadSeq,
    customerReadSeq: conversation.customerReadSeq,
    openedAt: conversation.openedAt.toISOString(),
    closedAt: conversation.closedAt?.toISOString() ?? null,
  };
}
