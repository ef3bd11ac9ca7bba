import type { ModelClient, ModelUsage } from "@/server/ai/create-model-client";
import { type GroundingQuestion, type GroundingRepair, groundingPrompt } from "@/server/ai/grounding-prompt";
import {
  groundedReplySchema,
  type ModelHandoverReason,
  readGroundedReply,
} from "@/server/ai/read-grounded-reply";
import { restStandsAlone } from "@/server/ai/rest-stands-alone";
import { streamCompletion } from "@/server/ai/stream-completion";
import { type ModelFailure, toModelFailure } from "@/server/ai/to-model-failure";
import { type VerifiedSentence, verifySentence } from "@/server/ai/verify-sentence";

export type GroundedOutcome =
  | { kind: "answer"; sentences: VerifiedSentence[]; usage: ModelUsage }
  | { kind: "handover"; reason: ModelHandoverReason; usage: ModelUsage }
  | { kind: "failure"; failure: ModelFailure; usage: ModelUsage }
  /** The caller's signal ended it. */
  | { kind: "aborted"; usage: ModelUsage };

type Checked = { text: string; verified: VerifiedSentence | null; problem: string };
type Try = {
  decision: "answer" | "handover" | null;
  reason: ModelHandoverReason | null;
  checked: Checked[];
  /** What is wrong with the reply as a whole; a broken reply's unseen rest may hold a caveat. */
  broken: string | null;
};

/**
 * Asks the model and yields each sentence as soon as it closed in the stream and was verified; nothing unverified ever leaves.
 * The returned outcome is the truth: its `sentences` replace what was yielded, and after any other kind the yielded ones are withdrawn.
 * One repair try follows a rejected sentence or broken JSON. Verified sentences stay as they are; what still fails is dropped when the
 * rest stands alone (see restStandsAlone), else, and when no try ended well-formed, the outcome is the failure `bad_answer`.
 * The client's timeout covers both tries.
 */
export async function* streamGroundedAnswer(
  client: ModelClient,
  input: GroundingQuestion & { signal?: AbortSignal },
): AsyncGenerator<VerifiedSentence, GroundedOutcome> {
  const deadline = AbortSignal.timeout(client.timeoutMs);
  const signal = input.signal ? AbortSignal.any([input.signal, deadline]) : deadline;
  const usage: ModelUsage = { inputTokens: 0, outputTokens: 0 };
  const kept: VerifiedSentence[] = [];
  const seen = new Set<string>();
  let standing: Checked[] | null = null;
  let failure: ModelFailure = { kind: "bad_answer", detail: "The model's answer could not be verified." };

  for (const repairing of [false, true]) {
    const repair: GroundingRepair | null = repairing ? toRepair(kept, failure.detail, standing) : null;
    let current: Try;
    try {
      current = yield* runTry(client, input, repair, signal, usage, kept, seen);
    } catch (error) {
      if (input.signal?.aborted) return { kind: "aborted", usage };
      failure = deadline.aborted
        ? { kind: "timeout", detail: "The model did not answer in time." }
        : toModelFailure(error);
      break;
    }
    if (input.signal?.aborted) return { kind: "aborted", usage };
    if (current.decision === "handover" && !current.broken) {
      return { kind: "handover", reason: current.reason ?? "not_found", usage };
    }
    if (current.broken) {
      failure = { kind: "bad_answer", detail: `The model's answer is malformed: ${current.broken}.` };
      continue;
    }
    const before: Checked[] = repairing ? (standing ?? []) : [];
    const replaced = current.checked.some((one) => one.verified);
    // A repair that says nothing new leaves the first try's rejected sentences dropped, not corrected.
    standing = [...before.filter((one) => one.verified || !replaced), ...current.checked];
    if (kept.length > 0 && standing.every((one) => one.verified))
      return { kind: "answer", sentences: kept, usage };
    failure = { kind: "bad_answer", detail: "The model's answer could not be verified." };
  }
  if (standing && restStandsAlone(standing.map(({ text, verified }) => ({ text, dropped: !verified })))) {
    return { kind: "answer", sentences: kept, usage };
  }
  return { kind: "failure", failure, usage };
}

async function* runTry(
  client: ModelClient,
  input: GroundingQuestion,
  repair: GroundingRepair | null,
  signal: AbortSignal,
  usage: ModelUsage,
  kept: VerifiedSentence[],
  seen: Set<string>,
): AsyncGenerator<VerifiedSentence, Try> {
  const reader = readGroundedReply();
  const checked: Checked[] = [];
  const waiting = [];
  const completion = streamCompletion(client, {
    messages: groundingPrompt(input, repair),
    schema: groundedReplySchema,
    signal,
  });
  try {
    for (;;) {
      const step = await completion.next();
      if (step.done) {
        usage.inputTokens += step.value.inputTokens;
        usage.outputTokens += step.value.outputTokens;
        break;
      }
      waiting.push(...reader.push(step.value));
      // Before the decision is known nothing may be shown.
      if (reader.decision() !== "answer") continue;
      for (const proposed of waiting.splice(0)) {
        const result = verifySentence(proposed, input.passages, input.companyName);
        checked.push({
          text: proposed.text,
          verified: result.ok ? result.sentence : null,
          problem: result.ok ? "" : result.problems.join("; "),
        });
        if (!result.ok || seen.has(proposed.text)) continue;
        seen.add(proposed.text);
        kept.push(result.sentence);
        yield result.sentence;
        signal.throwIfAborted();
      }
    }
  } finally {
    // A consumer that stops listening ends the request too.
    await completion.return({ inputTokens: 0, outputTokens: 0 });
  }
  return { decision: reader.decision(), reason: reader.reason(), checked, broken: reader.problem() };
}

function toRepair(kept: VerifiedSentence[], detail: string, standing: Checked[] | null): GroundingRepair {
  const failed = (standing ?? []).filter((one) => !one.verified);
  return {
    kept: kept.map((sentence) => sentence.text),
    problems:
      failed.length > 0
        ? failed.map(({ text, problem }) => ({ sentence: text, problem }))
        : [{ sentence: null, problem: standing ? "the answer has no sentence" : detail }],
  };
}
