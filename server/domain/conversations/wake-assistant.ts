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
/** Who floods us is answered at most so often. */
const floodPauseMs = 20_000;

/** Has the assistant answer what stands unanswered, once the customer has paused; a flood of messages in portions. */
export async function wakeAssistant(tx: Tx, conversation: Conversation, flood = false): Promise<void> {
  const [silence, longest] = flood ? [floodPauseMs, floodPauseMs] : [silenceMs, longestMs];
  const now = clock.now().getTime();
  // Mostly the message that was just added is the only one.
  const isFirst = conversation.lastSeq - conversation.answeredSeq === 1;
  const first = isFirst
    ? null
    : await tx.message.findFirst({
        where: { conversationId: conversation.id, author: "customer", seq: { gt: conversation.answeredSeq } },
        orderBy: { seq: "asc" },
        select: { createdAt: true },
      });
  const runAt = new Date(
    Math.max(now, Math.min(now + silence, (first?.createdAt.getTime() ?? now) + longest)),
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
