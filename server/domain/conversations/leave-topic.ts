import { endTopic } from "@/server/domain/conversations/end-topic";
import type { StandingTopic } from "@/server/domain/conversations/standing-topic";
import { topicPlace } from "@/server/domain/conversations/topic-place";
import { queueDelivery } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";
import { type Locale, phrase } from "@/server/lib/phrases";

/** Another group takes over a topic's conversation; this topic says so and closes as soon as its account can. */
export async function leaveTopic(tx: Tx, topic: StandingTopic, locale: Locale): Promise<void> {
  await endTopic(tx, topic);
  const place = topicPlace(topic);
  const key = `moved:${topic.id}`;
  const text = phrase(locale, "Bot.topicMovedOn");
  await queueDelivery(tx, { ...place, act: { type: "message", message: { text } }, dedupeKey: key });
  await queueDelivery(tx, { ...place, act: { type: "close-topic" }, dedupeKey: `${key}:close` });
}
