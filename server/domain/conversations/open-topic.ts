import type { Prisma } from "@/prisma/generated/client";
import { leaveTopic } from "@/server/domain/conversations/leave-topic";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { queueCard } from "@/server/domain/conversations/queue-card";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { type StandingTopic, standingTopic } from "@/server/domain/conversations/standing-topic";
import { summarise } from "@/server/domain/conversations/summarise";
import { topicLook } from "@/server/domain/conversations/topic-look";
import { unreachableTopics } from "@/server/domain/conversations/unreachable-topics";
import { managersChat } from "@/server/domain/resources/managers-chat";
import { workingGroups } from "@/server/domain/resources/working-groups";
import { db, type Tx, transaction } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

/**
 * Makes sure that managers see a conversation that is theirs: a topic with card and history, made anew when it was
 * deleted. Without a managers' group, the resource's own or another's, the conversation waits in the browser.
 */
export async function openTopic({ conversationId }: { conversationId: number }): Promise<void> {
  const known = await db.conversation.findUnique({ where: { id: conversationId } });
  if (!known || known.state === "assistant" || known.state === "closed") return;
  const summary = await summarise(known);
  await transaction(async (tx) => {
    const conversation = await lockConversation(tx, known.workspaceId, conversationId);
    if (conversation.state === "assistant" || conversation.state === "closed") return;
    await tx.conversation.update({ where: { id: conversationId }, data: { summary } });
    const full = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId }, include });
    const topic = await usableTopic(tx, full);
    if (topic) {
      await queueTopicLook(tx, conversation);
      await queueCard(tx, full, topic);
    } else if (!(await makeTopic(tx, full))) {
      return;
    }
    await mirrorToTopic(tx, conversation);
  });
}

const include = { contact: true, resource: true, workspace: true } satisfies Prisma.ConversationInclude;
type FullConversation = Prisma.ConversationGetPayload<{ include: typeof include }>;

/** The conversation's topic, unless nobody can be reached there any more while another group would show it. */
async function usableTopic(tx: Tx, conversation: FullConversation): Promise<StandingTopic | null> {
  const { id: conversationId, workspaceId, resource, workspace } = conversation;
  const topic = await standingTopic(tx, conversationId);
  if (!topic) return null;
  const unreachable = await unreachableTopics(tx, { workspaceId, conversationId });
  const hasMoved = unreachable.length > 0 && (await workingGroups(tx, resource)).length > 0;
  if (hasMoved) await leaveTopic(tx, topic, localeFor(workspace.locale));
  return hasMoved ? null : topic;
}

async function makeTopic(tx: Tx, conversation: FullConversation): Promise<boolean> {
  const chat = await managersChat(tx, conversation.resource);
  if (!chat) return false;
  const look = topicLook(conversation, conversation.contact);
  const topic = await tx.topic.create({
    data: { conversationId: conversation.id, chatId: chat.id, name: look.name, icon: look.icon },
    include: { chat: true },
  });
  await queueCard(tx, conversation, topic);
  return true;
}
