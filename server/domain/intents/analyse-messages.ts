import type { UnderstandingExample } from "@/server/ai/understand-messages";
import { patternsOf } from "@/server/domain/intents/list-patterns";
import { recentCorrections } from "@/server/domain/intents/recent-corrections";
import { saveUnderstandings, type Understood } from "@/server/domain/intents/save-understandings";
import type { PatternRule, Understanding } from "@/server/domain/intents/schema";
import { understandByModel } from "@/server/domain/intents/understand-by-model";
import { understandKnown } from "@/server/domain/intents/understand-known";
import { type WaitingMessage, waitingMessages } from "@/server/domain/intents/waiting-messages";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { modelFor, type WorkspaceModel } from "@/server/domain/usage/model-for";
import { transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** After this long others have their turn. */
const turnMs = 20_000;
const offlineBatch = 200;
const modelBatch = 20;
const mostExamples = 12;

type Means = { patterns: PatternRule[]; corrections: UnderstandingExample[]; model: WorkspaceModel | null };

/**
 * Understands a workspace's messages that wait for it. Each batch is kept in one transaction; what a kill cuts off is
 * begun anew.
 */
export async function analyseMessages({ workspaceId }: { workspaceId: number }): Promise<void> {
  let left = true;
  await oneAtATime(`analyse:${workspaceId}`, async () => {
    const until = performance.now() + turnMs;
    const patterns = (await patternsOf(workspaceId)).filter(({ enabled }) => enabled);
    const corrections = await recentCorrections(workspaceId);
    const means: Means = { patterns, corrections, model: await modelFor(workspaceId) };
    while (left && performance.now() < until) left = await analyseBatch(workspaceId, means);
  });
  if (left) await transaction((tx) => wakeAnalysis(tx, workspaceId));
}

/** Whether there may be more. A model that failed, or that the day's budget does not reach, is not asked again in this run. */
async function analyseBatch(workspaceId: number, means: Means): Promise<boolean> {
  const batchSize = means.model ? modelBatch : offlineBatch;
  const messages = await waitingMessages(workspaceId, batchSize);
  const understood = messages.map((message): Understood => {
    const startedAt = performance.now();
    const said = understandKnown(message, means.patterns, means.corrections);
    return keep(message, said, Math.round(performance.now() - startedAt));
  });
  const unsure = messages.filter((message, index) => {
    const said = understood[index];
    return said?.method !== "pattern" && message.speaker !== "broadcaster" && /\p{L}/u.test(message.words);
  });
  if (means.model && unsure.length > 0) {
    const examples = means.corrections.slice(0, mostExamples);
    const told = await understandByModel(workspaceId, means.model, unsure, examples);
    if (!told) means.model = null;
    for (const [index, message] of messages.entries()) {
      const said = told?.understood.get(message.id);
      if (!told || !said) continue;
      understood[index] = {
        ...keep(message, said, told.durationMs),
        model: told.model,
        costMicros: told.costEach,
      };
    }
  }
  await saveUnderstandings(workspaceId, understood);
  return messages.length === batchSize;
}

function keep({ id, fingerprint }: WaitingMessage, said: Understanding, durationMs: number): Understood {
  return { ...said, id, fingerprint, durationMs };
}
