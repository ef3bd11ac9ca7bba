import type { Prisma } from "@/prisma/generated/client";
import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { mirrorToTopic } from "@/server/domain/conversations/mirror-to-topic";
import { queueCard } from "@/server/domain/conversations/queue-card";
import { queueTopicLook } from "@/server/domain/conversations/queue-topic-look";
import { summarise } from "@/server/domain/conversations/summarise";
import { topicLook } from "@/server/domain/conversations/topic-look";
import { managersChat } from "@/server/domain/resources/managers-chat";
import { db, type Tx, transaction } from "@/server/lib/db";

/**
 * Makes sure that managers see a conversation that is theirs: a topic with card and history, made anew when it was
 * deleted. Without a managers' group the conversation waits in the database and the resource says what to do.
 */
export async function openTopic({ conversationId }: { conversationId: number }): Promise<void> {
  const known = await db.conversation.findUnique({ where: { id: conversationId } });
  if (!known || known.state === "assistant" || known.state === "closed") return;
  const summary = await summarise(known);
  await transaction(async (tx) => {
    const conversation = await lockConversation(tx, known.workspaceId, conversationId);
    if (conversation.state === "assistant" || conversation.state === "closed") return;
    await tx.conversation.update({ where: { id: conversationId }, data: { summary } });
    const topic = await tx.topic.findFirst({
      where: { conversationId, state: { not: "deleted" } },
      orderBy: { id: "desc" },
    });
    const full = await tx.conversation.findUniqueOrThrow({ where: { id: conversationId }, include });
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

async function makeTopic(tx: Tx, conversation: FullConversation): Promise<boolean> {
  const chat = await managersChat(tx, conversation.resource);
  if (!chat) return false;
  const look = topicLook(conversation, conversation.contact);
  const topic = await tx.topic.create({
    data: { conversationId: conversation.id, chatId: chat.id, name: look.name, icon: look.icon },
  });
  await queueCard(tx, conversation, topic);
  return true;
}
