import type { Conversation, Message, Prisma } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { attachmentRow } from "@/server/domain/files/attachment-row";
import { queueFetch } from "@/server/domain/files/queue-fetch";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import { queueTranscription } from "@/server/domain/speech/queue-transcription";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

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
    entities?: TextEntity[];
    attachments?: AttachmentDraft[];
  };

/** Adds a message with the conversation's next number, and with it the change that every screen learns it from. */
export async function appendMessage(
  tx: Tx,
  conversationId: number,
  { citations, attachments, phrase, ...draft }: MessageDraft,
  data: Prisma.ConversationUncheckedUpdateInput = {},
): Promise<{ message: Message; conversation: Conversation }> {
  const now = clock.now();
  let message: Message | undefined;
  const conversation = await recordChange(
    tx,
    conversationId,
    async ({ lastSeq, workspaceId }) => {
      message = await tx.message.create({
        data: { ...draft, phrase, workspaceId, conversationId, seq: lastSeq, createdAt: now },
      });
      return { type: "message", messageId: message.id };
    },
    { ...data, lastSeq: { increment: 1 }, lastMessageAt: now },
  );
  if (!message) throw new Error("a message was not added");
  const { id: messageId } = message;
  if (citations?.length)
    await tx.messageCitation.createMany({ data: citations.map((one) => ({ ...one, messageId })) });
  if (attachments?.length) await attach(tx, conversation, messageId, attachments);
  return { message, conversation };
}

async function attach(
  tx: Tx,
  { id: conversationId, workspaceId, resourceId }: Conversation,
  messageId: number,
  attachments: AttachmentDraft[],
): Promise<void> {
  const added = await tx.attachment.createManyAndReturn({
    data: attachments.map((draft, position) => ({ ...attachmentRow(draft, position), messageId })),
    select: { id: true, kind: true, state: true },
  });
  for (const { id, state } of added)
    if (state === "fetching") await queueFetch(tx, { attachmentId: id, line: String(conversationId) });
  for (const one of added) await queueTranscription(tx, { ...one, workspaceId, resourceId });
}
