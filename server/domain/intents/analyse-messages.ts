import { saveUnderstandings, type Understood } from "@/server/domain/intents/save-understandings";
import { understandOffline } from "@/server/domain/intents/understand-offline";
import { waitingMessages } from "@/server/domain/intents/waiting-messages";
import { wakeAnalysis } from "@/server/domain/intents/wake-analysis";
import { transaction } from "@/server/lib/db";
import { oneAtATime } from "@/server/lib/one-at-a-time";

/** After this long others have their turn. */
const turnMs = 20_000;
const batchSize = 200;

/**
 * Understands a workspace's messages that wait for it, oldest first. Each batch is kept in one transaction; what a kill
 * cuts off is begun anew.
 */
export async function analyseMessages({ workspaceId }: { workspaceId: number }): Promise<void> {
  let left = true;
  await oneAtATime(`analyse:${workspaceId}`, async () => {
    const until = performance.now() + turnMs;
    while (left && performance.now() < until) left = await analyseBatch(workspaceId);
  });
  if (left) await transaction((tx) => wakeAnalysis(tx, workspaceId));
}

/** Whether there may be more. */
async function analyseBatch(workspaceId: number): Promise<boolean> {
  const messages = await waitingMessages(workspaceId, batchSize);
  const understood = messages.map((message): Understood => {
    const startedAt = performance.now();
    const understanding = understandOffline(message.words);
    return {
      ...understanding,
      id: message.id,
      fingerprint: message.fingerprint,
      durationMs: Math.round(performance.now() - startedAt),
    };
  });
  await saveUnderstandings(workspaceId, understood);
  return messages.length === batchSize;
}
