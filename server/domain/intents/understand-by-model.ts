import { estimateTokens } from "@/server/ai/estimate-tokens";
import {
  type UnderstandingExample,
  type UnderstoodMessages,
  understandingCharacters,
  understandMessages,
} from "@/server/ai/understand-messages";
import { analysisSpending } from "@/server/domain/intents/analysis-spending";
import { messageEntities, type Understanding } from "@/server/domain/intents/schema";
import type { WaitingMessage } from "@/server/domain/intents/waiting-messages";
import { meterModelCall } from "@/server/domain/usage/meter-model-call";
import type { WorkspaceModel } from "@/server/domain/usage/model-for";
import { costMicros, listPrice, managedPrice } from "@/server/domain/usage/prices";

/** Longest reply for one message, in tokens; for the worst case of models whose replies have no limit. */
const replyTokens = 250;
/** The first request and one repair. */
const tries = 2;

export type ByModel = {
  understood: Map<number, Understanding>;
  /** Millionths of a US dollar for one message; undefined for a model without a known price. */
  costEach?: number;
  durationMs: number;
  model: string;
};

/**
 * Has the workspace's model understand a batch. Null when the day's budget does not suffice for its worst case, or the
 * model failed: then patterns and the offline classifier say what they can. One batch of a workspace runs at a time.
 */
export async function understandByModel(
  workspaceId: number,
  model: WorkspaceModel,
  messages: WaitingMessage[],
  examples: UnderstandingExample[],
): Promise<ByModel | null> {
  const { client, keyMode } = model;
  const asked = messages.map(({ id, words }) => ({ id, text: words }));
  const promptCharacters = understandingCharacters(asked, examples);
  const price = keyMode === "managed" ? managedPrice(client.model) : listPrice(client.model);
  const output = Math.max(client.maxReplyTokens ?? 0, messages.length * replyTokens) * tries;
  const worst = price
    ? costMicros(price, { input: estimateTokens(promptCharacters) * tries + output, output })
    : 0;
  const { spentMicros, budgetMicros } = await analysisSpending(workspaceId);
  if (budgetMicros === 0 || spentMicros + worst > budgetMicros) return null;
  const startedAt = performance.now();
  const metered = await meterModelCall<UnderstoodMessages>(
    model,
    { workspaceId, purpose: "intents", promptCharacters, tries },
    async () => {
      const result = await understandMessages(client, { messages: asked, examples });
      return result.ok
        ? { result, usage: result.usage }
        : { result, usage: result.usage, failure: result.failure };
    },
  );
  if (!metered.ok || !metered.result.ok) return null;
  const { usage, messages: told } = metered.result;
  const cost = price && costMicros(price, { input: usage.inputTokens, output: usage.outputTokens });
  return {
    understood: new Map(
      told.map(({ id, urgent, urgent_why: why, intent, confidence, sentiment, ...named }) => [
        id,
        {
          intent,
          confidence,
          sentiment,
          entities: messageEntities.catch(messageEntities.parse({})).parse(named),
          urgent: urgent && intent !== "broadcast",
          urgentWhy: urgent && intent !== "broadcast" ? (why?.slice(0, 200) ?? "") : null,
          method: "model",
          why: [],
        },
      ]),
    ),
    costEach: cost === null ? undefined : Math.ceil(cost / Math.max(1, messages.length)),
    durationMs: Math.round((performance.now() - startedAt) / messages.length),
    model: client.model,
  };
}
