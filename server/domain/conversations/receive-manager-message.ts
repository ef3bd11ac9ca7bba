import {
  type ConversationTarget,
  findTopicConversation,
} from "@/server/domain/conversations/find-topic-conversation";
import { type InboundPart, linkInbound } from "@/server/domain/conversations/link-inbound";
import { sayAsManager } from "@/server/domain/conversations/say-as-manager";
import { shownSeq } from "@/server/domain/conversations/shown-seq";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { StaffContactActor } from "@/server/lib/actor";
import { type Tx, transaction } from "@/server/lib/db";
import type { TextEntity } from "@/server/lib/text-entity";

export type ManagerMessage = Extract<ConversationTarget, { topicExternalId: string }> & {
  text: string;
  /** The provider's messages: one, or an album's parts in their order; none where the message has no id of its own. */
  parts: InboundPart[];
  /** Tells a message without ids of its own (a file that took another's place) from its double. */
  clientId?: string;
  replyToExternalId?: string;
  entities?: TextEntity[];
  attachments?: AttachmentDraft[];
};

export type StaffResult =
  | { ok: true }
  | { ok: false; reason: "no_conversation" | "closed" | "topic_opening" };

/** Takes in what a manager wrote in a topic: the customer gets it, and the manager leads from now on. */
export async function receiveManagerMessage(
  actor: StaffContactActor,
  input: ManagerMessage,
): Promise<StaffResult> {
  return transaction(async (tx) => {
    const conversation = await findTopicConversation(tx, actor, input);
    if (!conversation) return { ok: false, reason: await whyUnknown(tx, actor, input.chatExternalId) };
    const chat = await tx.chat.findUniqueOrThrow({
      where: { resourceId_externalId: { resourceId: actor.resourceId, externalId: input.chatExternalId } },
    });
    const known = await tx.messageLink.findFirst({
      where: { chatId: chat.id, externalId: { in: input.parts.map(({ externalId }) => externalId) } },
      select: { id: true },
    });
    if (known || (await isDouble(tx, conversation.id, input.clientId))) return { ok: true };
    if (conversation.state === "closed") return { ok: false, reason: "closed" };
    const replyTo = input.replyToExternalId
      ? await tx.messageLink.findUnique({
          where: { chatId_externalId: { chatId: chat.id, externalId: input.replyToExternalId } },
        })
      : null;
    const { message } = await sayAsManager(
      tx,
      conversation,
      {
        origin: "topic",
        contactId: actor.contactId,
        text: input.text,
        clientId: input.clientId,
        replyToId: replyTo?.messageId,
        entities: input.entities,
        attachments: input.attachments?.map((file) => ({
          ...file,
          ...(actor.resourceId !== conversation.resourceId && { resourceId: actor.resourceId }),
        })),
      },
      await shownSeq(tx, conversation.id),
    );
    await linkInbound(tx, chat.id, input.parts, message.id);
    return { ok: true };
  });
}

async function isDouble(tx: Tx, conversationId: number, clientId: string | undefined): Promise<boolean> {
  if (!clientId) return false;
  return (await tx.message.count({ where: { conversationId, clientId } })) > 0;
}

/** A manager can be quicker than we are to note the id of the topic we just made: then the message must wait for us. */
async function whyUnknown(
  tx: Tx,
  actor: StaffContactActor,
  chatExternalId: string,
): Promise<"no_conversation" | "topic_opening"> {
  const opening = await tx.topic.findFirst({
    where: {
      externalId: null,
      state: "opening",
      chat: { externalId: chatExternalId, workspaceId: actor.workspaceId },
    },
    select: { id: true },
  });
  return opening ? "topic_opening" : "no_conversation";
}
