import { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";
import { deliveryFailure } from "@/server/domain/conversations/delivery-failure";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";
import { ownClientId } from "@/server/domain/conversations/member-client-id";
import { ownWords } from "@/server/domain/conversations/own-words";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { attachmentView } from "@/server/domain/files/attachment-view";
import type { Locale } from "@/server/lib/phrases";
import { textEntity } from "@/server/lib/text-entity";

const authors = {
  contact: { select: { firstName: true, lastName: true, username: true, externalId: true } },
  user: { select: { name: true } },
} as const;

export const staffMessageInclude = {
  ...authors,
  replyTo: { include: { ...authors, attachments: { select: { kind: true }, orderBy: { position: "asc" } } } },
  citations: { orderBy: { number: "asc" } },
  attachments: { orderBy: { position: "asc" }, include: { file: true, transcription: true } },
  reactions: true,
  // What goes to the customer; the topic's copies are the bot's business.
  deliveries: {
    where: { topicId: null, chat: { type: "private" } },
    orderBy: { id: "asc" },
    select: { state: true, errorCode: true },
  },
} satisfies Prisma.MessageInclude;

type FullMessage = Prisma.MessageGetPayload<{ include: typeof staffMessageInclude }>;

/** Who reads: in which language, and whose own messages are known by the page's id. */
export type StaffReader = { locale: Locale; userId: number };

/** A message as staff see it, private notes included. */
export function staffMessageView(message: FullMessage, reader: StaffReader): StaffMessageView {
  const deleted = message.deletedAt !== null;
  return {
    id: message.id,
    conversationId: message.conversationId,
    seq: message.seq,
    author: message.author,
    kind: message.kind,
    authorName: nameOf(message),
    text: deleted ? "" : ownWords(message, reader.locale),
    // Formatting belongs to the words that were sent.
    entities: deleted || message.phrase ? [] : z.array(textEntity).parse(message.entities),
    attachments: deleted ? [] : message.attachments.map(attachmentView),
    reactions: message.reactions.map(({ side, emoji }) => ({ by: side, emoji })),
    clientId: ownClientId(reader, message.clientId),
    replyTo: message.replyTo && {
      id: message.replyTo.id,
      author: message.replyTo.author,
      authorName: nameOf(message.replyTo),
      text: ownWords(message.replyTo, reader.locale).slice(0, 300),
      kinds: message.replyTo.attachments.map(({ kind }) => kind),
    },
    citations: message.citations.map(({ number, sourceTitle, heading, quote }) => ({
      number,
      sourceTitle,
      heading,
      quote,
    })),
    origin: message.origin,
    createdAt: message.createdAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    deleted,
    ...howItFares(message),
  };
}

function nameOf({ user, contact }: Pick<FullMessage, "user" | "contact">): string | null {
  return user?.name ?? (contact && displayName(contact));
}

function howItFares({
  author,
  kind,
  deliveries,
}: FullMessage): Pick<StaffMessageView, "delivery" | "failure"> {
  if (author === "customer" || kind === "note") return { delivery: null, failure: null };
  const last = deliveries.at(-1);
  if (!last) return { delivery: "stored", failure: null };
  if (last.state === "failed" || last.state === "unknown")
    return { delivery: "failed", failure: deliveryFailure(last) };
  return { delivery: last.state === "sent" ? "delivered" : "sending", failure: null };
}
