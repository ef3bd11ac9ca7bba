import type { Conversation } from "@/prisma/generated/client";
import { standingTopic } from "@/server/domain/conversations/standing-topic";
import { topicLook } from "@/server/domain/conversations/topic-look";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/** Has the conversation's topic show whose it is and its state: name, icon, open or closed. Without a topic nothing happens. */
export async function queueTopicLook(tx: Tx, conversation: Conversation): Promise<void> {
  const topic = await standingTopic(tx, conversation.id);
  if (!topic) return;
  const contact = await tx.contact.findUniqueOrThrow({ where: { id: conversation.contactId } });
  const look = topicLook(conversation, contact);
  const place = topicPlace(topic);
  const key = `topic:${topic.id}:r${conversation.revision}`;
  const close = conversation.state === "closed";
  if (!close && topic.state === "closed")
    await queueDelivery(tx, { ...place, act: { type: "reopen-topic" }, dedupeKey: `${key}:open` });
  if (look.icon !== topic.icon || look.name !== topic.name)
    // A name may become known without the conversation having changed.
    await queueDelivery(tx, { ...place, act: { type: "look", look }, dedupeKey: `${key}:look:${look.name}` });
  if (close && topic.state !== "closed")
    await queueDelivery(tx, { ...place, act: { type: "close-topic" }, dedupeKey: `${key}:close` });
  // A topic that is not made yet is made in its newest look; only then it counts as open.
  const state = topic.state === "opening" ? topic.state : close ? "closed" : "open";
  await tx.topic.update({ where: { id: topic.id }, data: { name: look.name, icon: look.icon, state } });
}
