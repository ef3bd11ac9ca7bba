import type { Prisma } from "@/prisma/generated/client";
import { archivedAttachment, archivedAttachmentFields } from "@/server/domain/files/archived-attachment";
import { db } from "@/server/lib/db";

const batchSize = 50;

const messageFields = {
  seq: true,
  author: true,
  kind: true,
  origin: true,
  text: true,
  entities: true,
  phrase: true,
  language: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  user: { select: { name: true } },
  reactions: { select: { side: true, emoji: true } },
  citations: { select: { number: true, sourceTitle: true, heading: true, quote: true } },
  attachments: { select: archivedAttachmentFields, orderBy: { position: "asc" } },
} satisfies Prisma.MessageSelect;

/** Conversations one by one, oldest first, with their messages; files stand under the names of `archivePath`. */
export async function* exportConversations(
  where: Prisma.ConversationWhereInput,
): AsyncGenerator<Record<string, unknown>> {
  for (let last = 0; ; ) {
    const conversations = await db.conversation.findMany({
      where: { AND: [where, { id: { gt: last } }] },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    for (const { id, contactId, resourceId, state, language, summary, rating, ...rest } of conversations) {
      const { openedAt, closedAt, closedBy } = rest;
      const messages = await db.message.findMany({
        where: { conversationId: id },
        select: messageFields,
        orderBy: { seq: "asc" },
      });
      yield {
        id,
        contactId,
        resourceId,
        state,
        language,
        summary,
        rating,
        openedAt,
        closedAt,
        closedBy,
        messages: messages.map(({ user, attachments, ...message }) => ({
          ...message,
          by: user?.name ?? null,
          attachments: attachments.map(archivedAttachment),
        })),
      };
    }
    if (conversations.length < batchSize) return;
    last = conversations.at(-1)?.id ?? last;
  }
}
