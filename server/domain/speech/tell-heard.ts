import type { Conversation, Message } from "@/prisma/generated/client";
import { recordChange } from "@/server/domain/conversations/record-change";
import { displayName } from "@/server/domain/conversations/topic-lines";
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
  if (hubMessage)
    await tellHubOf(tx, hubMessage.workspaceId, { id: hubMessage.id }, { hubMessageId: hubMessage.id });
  if (!message) return;
  await tellHubOf(tx, message.workspaceId, { messageId: message.id }, { messageId: message.id });
  const change = { type: "edit" as const, messageId: message.id };
  const conversation = await recordChange(tx, message.conversationId, change);
  const asks = message.author === "customer" && message.seq > conversation.answeredSeq;
  if (conversation.state !== "assistant") await showWords(tx, conversation, message, attachmentId, heard);
  else if (asks) await wakeAssistant(tx, conversation);
}

/** The hub's copy learns the words and is understood anew; a message that is not there yet brings them along. */
async function tellHubOf(
  tx: Tx,
  workspaceId: number,
  which: { id: number } | { messageId: number },
  from: { messageId: number } | { hubMessageId: number },
): Promise<void> {
  const row = await tx.hubMessage.findFirst({ where: { workspaceId, ...which }, include: { contact: true } });
  if (!row) return;
  const attachments = await tx.attachment.findMany({
    where: from,
    orderBy: { position: "asc" },
    include: { transcription: true },
  });
  const transcript = spokenWords({ text: "", attachments });
  const isNews = transcript !== "" && !row.isAutomatic && row.author === "contact";
  await tx.hubMessage.update({
    where: { id: row.id },
    data: {
      transcript: transcript || null,
      ...(isNews && { needsAnalysis: true, analysedAt: null }),
    },
  });
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
    include: { conversation: { select: { contact: true } } },
  });
  if (!topic) return;
  const link = await tx.messageLink.findFirst({
    where: { chatId: topic.chatId, messageId: message.id, inbound: false },
    orderBy: { id: "asc" },
    select: { externalId: true },
  });
  const who = message.author === "customer" ? `${displayName(topic.conversation.contact)}: ` : "";
  await queueDelivery(tx, {
    workspaceId: conversation.workspaceId,
    resourceId: conversation.resourceId,
    chatId: topic.chatId,
    topicId: topic.id,
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
