import { lockConversation } from "@/server/domain/conversations/lock-conversation";
import { sayDecision, type TurnDecision } from "@/server/domain/conversations/say-decision";
import { wakeAssistant } from "@/server/domain/conversations/wake-assistant";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** Far longer than an answer takes, a model that hangs included. */
const patienceMs = 2 * 60_000;
/** An answer that failed so often fails for a reason of its own. */
const mostFailures = 3;
const mostAtOnce = 200;

type Forgotten = { id: number; workspace_id: number; last_seq: number; failures: number | null };

/**
 * Looks after customers whom the assistant still owes an answer: where the job is gone it is queued again, and where
 * it fails again and again the assistant says so and offers a person. One customer's trouble keeps no other waiting; it
 * is thrown when all have had their turn.
 */
export async function rescueUnanswered(): Promise<void> {
  const since = new Date(clock.now().getTime() - patienceMs);
  const forgotten = await db.$queryRaw<Forgotten[]>`
    select conversations.id, conversations.workspace_id, asked.last_seq, jobs.attempts as failures
    from conversations join workspaces on workspaces.id = conversations.workspace_id
    cross join lateral (
      select max(seq) as last_seq, min(created_at) as asked_at from messages
      where conversation_id = conversations.id and author = 'customer' and seq > answered_seq
    ) asked
    left join graphile_worker.jobs on jobs.key = 'answer:' || conversations.id
    where workspaces.bot_stopped_at is null and state = 'assistant'
      and conversations.last_seq > answered_seq and asked_at < ${since}::timestamptz
      and (jobs.id is null or jobs.attempts >= ${mostFailures})
    order by asked_at limit ${mostAtOnce}`;
  const troubles: unknown[] = [];
  for (const one of forgotten) {
    const { id: conversationId, failures } = one;
    logger.error({ conversationId, failures }, "a customer waits for the assistant in vain");
    try {
      await rescue(one);
    } catch (err) {
      logger.error({ err, conversationId }, "a customer who waits in vain could not be helped");
      troubles.push(err);
    }
  }
  if (troubles.length > 0) throw new AggregateError(troubles, "Not everyone who waits in vain was helped");
}

async function rescue({
  id,
  workspace_id: workspaceId,
  last_seq: lastSeq,
  failures,
}: Forgotten): Promise<void> {
  await transaction(async (tx) => {
    const conversation = await lockConversation(tx, workspaceId, id);
    if (conversation.state !== "assistant" || conversation.answeredSeq >= lastSeq) return;
    if (failures === null) return wakeAssistant(tx, conversation);
    const { language } = conversation;
    const decision: TurnDecision = {
      kind: "handover",
      reason: "model_unavailable",
      immediate: false,
      confidence: 0,
      language,
    };
    await sayDecision(tx, conversation, decision, lastSeq);
  });
}
