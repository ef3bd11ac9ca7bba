import type { Prisma } from "@/prisma/generated/client";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { attachmentView } from "@/server/domain/files/attachment-view";
import type { ContactRoleName, HubMessageView } from "@/server/domain/messages/hub/schema";

const names = { firstName: true, lastName: true, username: true, externalId: true } as const;

/** What a HubMessageView is made of. */
export const hubMessageInclude = {
  chat: { include: { resource: { select: { provider: true } }, contact: { select: names } } },
  contact: true,
  user: { select: { name: true } },
  attachments: { orderBy: { position: "asc" }, include: { file: true, transcription: true } },
  // A support conversation's files hang on its own message.
  message: {
    select: { attachments: { orderBy: { position: "asc" }, include: { file: true, transcription: true } } },
  },
} satisfies Prisma.HubMessageInclude;

export type FullHubMessage = Prisma.HubMessageGetPayload<{ include: typeof hubMessageInclude }>;

/** A stored message as the hub shows it; what was deleted keeps its place and loses its words. */
export function hubMessageView(
  message: FullHubMessage,
  snippet: HubMessageView["snippet"] = null,
): HubMessageView {
  const { chat, contact } = message;
  const deleted = message.deletedAt !== null;
  const attachments = message.message?.attachments ?? message.attachments;
  return {
    id: message.id,
    chat: {
      id: chat.id,
      externalId: chat.externalId,
      resourceId: chat.resourceId,
      provider: chat.resource.provider,
      type: chat.type,
      title: chatTitle(chat),
    },
    contact: contact && {
      id: contact.id,
      externalId: contact.externalId,
      username: contact.username,
      firstName: contact.firstName,
      lastName: contact.lastName,
      isBot: contact.isBot,
    },
    author: message.author,
    authorName: authorName(message),
    role: roleOf(message),
    type: message.type,
    text: deleted ? "" : message.text,
    transcript: deleted ? null : message.transcript,
    snippet: deleted ? null : snippet,
    isAutomatic: message.isAutomatic,
    isForwarded: message.isForwarded,
    forwardedFrom: message.forwardedFrom,
    hasFile: message.hasFile && !deleted,
    albumId: message.albumId,
    attachments: deleted ? [] : attachments.map(attachmentView),
    isReply: message.replyToId !== null || message.replyToExternalId !== null,
    replyToId: message.replyToId,
    conversationId: message.conversationId,
    intent: message.intent,
    intentConfidence: message.intentConfidence,
    sentiment: message.sentiment,
    urgent: message.urgent,
    sentAt: message.sentAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    deletedAt: message.deletedAt?.toISOString() ?? null,
  };
}

/** How a chat is called: its own title, or the other person of a private one. */
export function chatTitle(chat: Pick<FullHubMessage["chat"], "title" | "contact" | "externalId">): string {
  return chat.title || (chat.contact ? displayName(chat.contact) : chat.externalId);
}

/** Who said it, by the name shown; "" where nobody did. Pages call the assistant in the reader's language. */
export function authorName({ author, contact, user }: Pick<FullHubMessage, "author" | "contact" | "user">) {
  if (author === "assistant") return "AssistChat";
  return user?.name ?? (contact ? displayName(contact) : "");
}

/** The contact's role; for those who are none of a channel's people the one that stands nearest. */
function roleOf({ author, contact }: Pick<FullHubMessage, "author" | "contact">): ContactRoleName {
  if (contact) return contact.role;
  return author === "member" ? "manager" : author === "contact" ? "client" : "assistant_bot";
}
