import type { Message, ReactionSide, Resource } from "@/prisma/generated/client";
import { standingTopic } from "@/server/domain/conversations/standing-topic";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { channelHas } from "@/server/domain/messages/channel-has";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import { channelName } from "@/server/domain/resources/channel-name";
import type { Tx } from "@/server/lib/db";
import { localeFor, phrase } from "@/server/lib/phrases";

/** `revision` is the conversation's, taken with the reaction: it tells one change of mind from the next. */
type NewReaction = { side: ReactionSide; emoji: string | null; revision: number };

/**
 * Shows a side's reaction on the message as the other side's chats have it; of an album or a long text on the first part.
 * Managers whose customer's channel has no reactions are told once that theirs is not seen.
 */
export async function queueReaction(
  tx: Tx,
  message: Message,
  { side, emoji, revision }: NewReaction,
): Promise<void> {
  const links = await tx.messageLink.findMany({
    where: {
      messageId: message.id,
      chat: { type: side === "customer" ? { not: "private" } : "private" },
    },
    orderBy: { id: "asc" },
    include: { chat: { include: { resource: true } } },
  });
  for (const [chatId, [first]] of Map.groupBy(links, (link) => link.chatId)) {
    if (!first) continue;
    const { resource } = first.chat;
    if (!channelHas(resource.provider, "reactions")) {
      if (emoji !== null && side === "staff") await noticeNoReactions(tx, message.conversationId, resource);
      continue;
    }
    // Without the message's id: a reaction that cannot be shown is no failure of the message.
    await queueDelivery(tx, {
      workspaceId: message.workspaceId,
      resourceId: resource.id,
      chatId,
      act: { type: "reaction", externalId: first.externalId, emoji },
      dedupeKey: `reaction:${first.id}:${side}:r${revision}`,
    });
  }
}

async function noticeNoReactions(tx: Tx, conversationId: number, resource: Resource): Promise<void> {
  const topic = await standingTopic(tx, conversationId);
  if (!topic) return;
  const { locale: language } = await tx.workspace.findUniqueOrThrow({ where: { id: resource.workspaceId } });
  const locale = localeFor(language);
  const text = phrase(locale, "Bot.noReactions", { channel: channelName(resource, locale) });
  await queueDelivery(tx, {
    ...topicPlace(topic),
    act: { type: "message", message: { text } },
    dedupeKey: `no-reactions:${topic.id}`,
  });
}
