import { afterAll, expect, test } from "vitest";
import { firm, waitingIn } from "@/scripts/testing/waiting-firm";
import { db } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { markSatisfied } from "./mark-satisfied";
import { rateConversation } from "./rate-conversation";

afterAll(() => realtime.stop());

test("managers read each rating once, beside a notice in words of their own; the topic stays closed", async () => {
  const { actor, id: conversationId } = await waitingIn(await firm());
  const { firstName } = await db.contact.findUniqueOrThrow({ where: { id: actor.contactId } });
  await markSatisfied(actor);
  for (const rating of [4, 5, 5]) await rateConversation(actor, { conversationId, rating });
  const topic = await db.topic.findFirstOrThrow({ where: { conversationId } });
  const deliveries = await db.delivery.findMany({ where: { topicId: topic.id }, orderBy: { id: "asc" } });
  const acts = deliveries.map(({ act }) => act as { type: string; message?: { text: string } });
  expect(acts.flatMap(({ message }) => message?.text ?? []).slice(-3)).toEqual([
    "ℹ️ The customer has closed the conversation.",
    `★★★★☆ from ${firstName}`,
    `★★★★★ from ${firstName}`,
  ]);
  expect(acts.map(({ type }) => type)).not.toContain("reopen-topic");
  expect(topic.state).toBe("closed");
});
