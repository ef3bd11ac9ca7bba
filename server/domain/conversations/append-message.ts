import type { Conversation, Message, Prisma } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

export type MessageDraft = Pick<Prisma.MessageUncheckedCreateInput, "author" | "origin" | "text"> &
  Partial<
    Pick<
      Prisma.MessageUncheckedCreateInput,
      "kind" | "contactId" | "userId" | "clientId" | "replyToId" | "language"
    >
  > & {
    phrase?: { key: string; values?: Record<string, string | number> };
    citations?: {
      number: number;
      passageId: number | null;
      sourceTitle: string;
      heading: string;
      quote: string;
    }[];
    attachments?: {
      kind: string;
      externalFileId?: string;
      fileName?: string;
      mimeType?: string;
      sizeBytes?: number;
    }[];
  };

/** Adds a message with the conversation's next number, and with it the change that every screen learns it from. */
export async function appendMessage(
  tx: Tx,
  conversationId: number,
  { citations, attachments, phrase, ...draft }: MessageDraft,
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<{ message: Message; conversation: Conversation }> {
  const { lastSeq, workspaceId } = await tx.conversation.update({
    where: { id: conversationId },
    data: { lastSeq: { increment: 1 }, lastMessageAt: clock.now() },
    select: { lastSeq: true, workspaceId: true },
  });
  const message = await tx.message.create({
    data: {
      ...draft,
      phrase,
      workspaceId,
      conversationId,
      seq: lastSeq,
      createdAt: clock.now(),
      ...(citations && { citations: { createMany: { data: citations } } }),
      ...(attachments && { attachments: { createMany: { data: attachments } } }),
    },
  });
  const conversation = await recordChange(
    tx,
    conversationId,
    { type: "message", messageId: message.id },
    data,
  );
  return { message, conversation };
}
