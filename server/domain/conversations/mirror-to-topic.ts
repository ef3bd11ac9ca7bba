import type { Conversation, Prisma } from "@/prisma/generated/client";
import { managerNotice } from "@/server/domain/conversations/manager-notice";
import {
  awaitsBytes,
  type FileWay,
  outgoingMedia,
  withFiles,
} from "@/server/domain/conversations/outgoing-media";
import { standingTopic } from "@/server/domain/conversations/standing-topic";
import { displayName, messageText, packLines, topicLine } from "@/server/domain/conversations/topic-lines";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { bytesAwaitedUntil } from "@/server/domain/files/release-copies";
import { mergeTexts } from "@/server/domain/messages/merge-texts";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { heardLine, spokenWords } from "@/server/domain/speech/spoken-words";
import type { Tx } from "@/server/lib/db";
import { type Locale, localeFor } from "@/server/lib/phrases";
import type { OutgoingMessage } from "@/server/providers/provider";

/**
 * Queues for the conversation's topic what managers have not seen there yet. While the assistant leads, nothing
 * goes there: the group takes few messages a minute, and the next handover brings the history along.
 */
export async function mirrorToTopic(tx: Tx, conversation: Conversation): Promise<void> {
  if (conversation.state === "assistant") return;
  const topic = await standingTopic(tx, conversation.id);
  if (!topic) return;
  // A topic that replaces a deleted one gets everything, what managers wrote in the old one too.
  const isNew = topic.mirroredSeq === 0;
  const messages = await tx.message.findMany({
    where: {
      conversationId: conversation.id,
      seq: { gt: topic.mirroredSeq },
      // A note that was written in the topic stands there.
      ...(!isNew && { NOT: { kind: "note", origin: "topic" } }),
    },
    orderBy: { seq: "asc" },
    include: includeFor(topic.chatId),
  });
  const last = messages.at(-1);
  if (!last) return;
  await tx.topic.update({ where: { id: topic.id }, data: { mirroredSeq: last.seq } });
  const { contact, workspace } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversation.id },
    select: { contact: true, workspace: { select: { locale: true } } },
  });
  const place = { ...topicPlace(topic), priority: topicPriority(conversation) };
  // What a manager wrote in this topic stands there already; what they wrote in a deleted one is older than this one.
  const locale = localeFor(workspace.locale);
  const unseen = messages
    .filter((message) => message.origin !== "topic" || message.createdAt < topic.createdAt)
    .map((message) => ({ ...message, text: managerNotice(message, locale) ?? message.text }));
  const way = { byResourceId: place.resourceId, ownResourceId: conversation.resourceId };
  const reader = { customerName: displayName(contact), locale, way };
  const byId = new Map(unseen.map((message) => [message.id, message]));
  for (const { message, messageId, lastSeq } of inMessages(unseen, reader)) {
    await queueDelivery(tx, {
      ...place,
      messageId,
      ...(awaitsBytes(byId.get(messageId ?? 0)?.attachments ?? [], way) && {
        notBefore: bytesAwaitedUntil(),
      }),
      act: { type: "message", message },
      // What stands packed has no delivery of its own: `shownSeq` reads the number from the key.
      dedupeKey: messageId ? `message:${messageId}:topic:${topic.id}` : `history:${topic.id}:${lastSeq}`,
    });
  }
}

const includeFor = (chatId: number) =>
  ({
    contact: true,
    user: { select: { name: true } },
    attachments: { ...withFiles, include: { ...withFiles.include, transcription: true } },
    replyTo: { include: { links: { where: { chatId }, orderBy: { id: "asc" }, take: 1 } } },
  }) satisfies Prisma.MessageInclude;
type FullMessage = Prisma.MessageGetPayload<{ include: ReturnType<typeof includeFor> }>;

type Reader = { customerName: string; locale: Locale; way: FileWay };
/** `lastSeq`: the number of the last of our messages in it. */
type TopicMessage = { message: OutgoingMessage; messageId?: number; lastSeq: number };

/** What carries files, or stands alone, goes as itself; other lines of a history go packed, in order with these. */
function inMessages(unseen: FullMessage[], reader: Reader): TopicMessage[] {
  const done: TopicMessage[] = [];
  let lines: (OutgoingMessage & { seq: number })[] = [];
  const pack = () => {
    for (const packed of packLines(lines))
      done.push({ message: mergeTexts(packed), lastSeq: packed.at(-1)?.seq ?? 0 });
    lines = [];
  };
  for (const message of unseen) {
    if (unseen.length > 1 && message.attachments.length === 0) {
      lines.push({ ...topicLine(message, reader.customerName), seq: message.seq });
      continue;
    }
    pack();
    done.push({ message: asItself(message, reader), messageId: message.id, lastSeq: message.seq });
  }
  pack();
  return done;
}

/** Words without an author are the customer's: it is their topic. */
function asItself(message: FullMessage, { customerName, locale, way }: Reader): OutgoingMessage {
  const replyTo = message.replyTo?.links[0]?.externalId;
  const media = outgoingMedia(message.attachments, locale, way);
  const said = message.author === "customer" ? messageText(message) : topicLine(message, customerName);
  const heard = spokenWords({ text: "", attachments: message.attachments });
  return {
    ...said,
    ...(heard && { text: [said.text, heardLine(heard)].filter(Boolean).join("\n") }),
    ...(media.length > 0 && { media }),
    ...(replyTo && { replyToExternalId: replyTo }),
  };
}
