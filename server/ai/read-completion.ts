import type { ModelClient, ModelUsage } from "@/server/ai/create-model-client";
import { type CompletionRequest, streamCompletion } from "@/server/ai/stream-completion";
import { type ModelFailure, toModelFailure } from "@/server/ai/to-model-failure";

export type Completion = { ok: true; text: string; usage: ModelUsage } | { ok: false; failure: ModelFailure };

/** Reads one whole reply within `timeoutMs`, as a value; an abort by the caller's signal throws its reason. */
export async function readCompletion(
  client: ModelClient,
  request: Omit<CompletionRequest, "signal"> & { signal?: AbortSignal; timeoutMs: number },
): Promise<Completion> {
  const deadline = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline;
  try {
    const stream = streamCompletion(client, { messages: request.messages, schema: request.schema, signal });
    let text = "";
    for (;;) {
      const step = await stream.next();
      if (step.done) return { ok: true, text, usage: step.value };
      text += step.value;
    }
  } catch (error) {
    request.signal?.throwIfAborted();
    return { ok: false, failure: toModelFailure(error) };
  }
}
