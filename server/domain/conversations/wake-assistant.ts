import type { Conversation } from "@/prisma/generated/client";
import { customerTopic } from "@/server/domain/conversations/record-change";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import { afterCommit, type Tx } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

/** A burst of messages is one question: the assistant starts after this much silence … */
export const silenceMs = 700;
/** … and at the latest so long after the burst's first message. */
export const longestMs = 3000;
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
  await queueAnswer(tx, conversation.id, runAt);
  afterCommit(tx, () => tellAssistantWakes(conversation));
}

/** Queues the job that answers a conversation. */
export function queueAnswer(tx: Tx, conversationId: number, runAt: Date): Promise<void> {
  return enqueue(tx, "answer-turn", { conversationId }, { jobKey: `answer:${conversationId}`, runAt });
}

/** Shows the customer that an answer is on its way. */
export function tellAssistantWakes({
  contactId,
  resourceId,
}: Pick<Conversation, "contactId" | "resourceId">): void {
  realtime.publish(customerTopic(contactId, resourceId), { type: "typing", author: "assistant" });
}
