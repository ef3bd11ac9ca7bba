import type { Conversation } from "@/prisma/generated/client";
import { customerTopic } from "@/server/domain/conversations/record-change";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import { afterCommit, type Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** A burst of messages is one question: the assistant starts after this much silence … */
const silenceMs = 700;
/** … and at the latest so long after the burst's first message. */
const longestMs = 3000;

/** Has the assistant answer what stands unanswered, once the customer has paused. */
export async function wakeAssistant(tx: Tx, conversation: Conversation): Promise<void> {
  const now = clock.now().getTime();
  const first = await tx.message.findFirst({
    where: { conversationId: conversation.id, author: "customer", seq: { gt: conversation.answeredSeq } },
    orderBy: { seq: "asc" },
    select: { createdAt: true },
  });
  const runAt = new Date(
    Math.max(now, Math.min(now + silenceMs, (first?.createdAt.getTime() ?? now) + longestMs)),
  );
  await enqueue(
    tx,
    "answer-turn",
    { conversationId: conversation.id },
    { jobKey: `answer:${conversation.id}`, runAt },
  );
  const topic = customerTopic(conversation.contactId, conversation.resourceId);
  afterCommit(tx, () => realtime.publish(topic, { type: "typing", author: "assistant" }));
}
