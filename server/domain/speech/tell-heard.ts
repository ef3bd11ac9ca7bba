import type { Conversation, HubMessage, Message } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { tellHub } from "@/server/domain/messages/hub/tell-hub";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { heardLine, spokenWords } from "@/server/domain/speech/spoken-words";
import type { Tx } from "@/server/lib/db";

/** Brings what was heard in a recording, or that nothing was, to all who wait for it: screens, topic, hub, assistant. */
export async function tellHeard(tx: Tx, attachmentId: number): Promise<void> {
  const attachment = await tx.attachment.findUniqueOrThrow({
    where: { id: attachmentId },
    include: { transcription: true, message: true, hubMessage: true },
  });
  const { message, hubMessage } = attachment;
  const heard = attachment.transcription?.text ?? "";
  if (hubMessage) await keepInHub(tx, hubMessage);
  // The hub follows a conversation's change log.
  if (!message) return;
  const change = { type: "edit" as const, messageId: message.id };
  const conversation = await recordChange(tx, message.conversationId, change);
  const asks = message.author === "customer" && message.seq > conversation.answeredSeq;
  if (conversation.state !== "assistant") await showWords(tx, conversation, message, attachmentId, heard);
  else if (asks) await wakeAssistant(tx, conversation);
}

/** A group's message has its words, and is understood by them where a client said it. */
async function keepInHub(tx: Tx, { id, workspaceId, isAutomatic, contactId }: HubMessage): Promise<void> {
  const attachments = await tx.attachment.findMany({
    where: { hubMessageId: id },
    orderBy: { position: "asc" },
    include: { transcription: true },
  });
  const transcript = spokenWords({ text: "", attachments });
  const byClient =
    contactId !== null && (await tx.contact.count({ where: { id: contactId, role: "client" } })) > 0;
  const isNews = transcript !== "" && !isAutomatic && byClient;
  const data = { transcript: transcript || null, ...(isNews && { needsAnalysis: true }) };
  await tx.hubMessage.update({ where: { id }, data });
  if (isNews) await wakeAnalysis(tx, workspaceId);
  await tellHub(tx, workspaceId);
}

/** Under a recording that stands in the managers' topic already; one that does not will bring its words along. */
async function showWords(
  tx: Tx,
  conversation: Conversation,
  message: Message,
  attachmentId: number,
  heard: string,
): Promise<void> {
  if (heard === "" || message.origin === "topic") return;
  const topic = await tx.topic.findFirst({
    where: { conversationId: conversation.id, state: { not: "deleted" }, mirroredSeq: { gte: message.seq } },
    orderBy: { id: "desc" },
    include: { chat: true, conversation: { select: { contact: true } } },
  });
  if (!topic) return;
  const link = await tx.messageLink.findFirst({
    where: { chatId: topic.chatId, messageId: message.id, inbound: false },
    orderBy: { id: "asc" },
    select: { externalId: true },
  });
  const who = message.author === "customer" ? `${displayName(topic.conversation.contact)}: ` : "";
  await queueDelivery(tx, {
    ...topicPlace(topic),
    priority: topicPriority(conversation),
    act: {
      type: "message",
      message: {
        text: link ? heardLine(heard) : heardLine(who + heard),
        ...(link && { replyToExternalId: link.externalId }),
      },
    },
    dedupeKey: `transcript:${attachmentId}:topic:${topic.id}`,
  });
}
