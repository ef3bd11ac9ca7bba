import { z } from "zod";
import { heardWords } from "@/server/ai/speech/heard-words";
import { type Heard, longestHearingMs, type Recording, type SpeechEngine } from "@/server/ai/speech/speech";
import { refusalOf, toSpeechFailure } from "@/server/ai/speech/to-speech-failure";

const reply = z.object({
  text: z.string(),
  segments: z
    .array(
      z.object({
        text: z.string(),
        no_speech_prob: z.number().optional(),
        avg_logprob: z.number().optional(),
        compression_ratio: z.number().optional(),
      }),
    )
    .nullish(),
});

type OpenaiSpeech = { baseUrl: string; apiKey: string; model: string; timeoutMs?: number };

/** Any service that speaks OpenAI's `POST {base}/audio/transcriptions` (OpenAI, faster-whisper, vLLM, LocalAI, …). */
export function openaiSpeech(config: OpenaiSpeech): SpeechEngine {
  return {
    name: `openai ${config.model}`,
    async hear(recording) {
      const signal = AbortSignal.timeout(config.timeoutMs ?? longestHearingMs);
      try {
        // Only Whisper tells how sure it is of each segment; newer models refuse to be asked.
        const detailed = await ask(config, recording, "verbose_json", signal);
        if (detailed.ok || detailed.failure.kind !== "unsupported") return detailed;
        return await ask(config, recording, "json", signal);
      } catch (error) {
        return { ok: false, failure: toSpeechFailure(error) };
      }
    },
  };
}

async function ask(
  { baseUrl, apiKey, model }: OpenaiSpeech,
  { bytes, fileName, mimeType, language }: Recording,
  format: "verbose_json" | "json",
  signal: AbortSignal,
): Promise<Heard> {
  const form = new FormData();
  form.set("file", new File([Buffer.from(bytes)], fileName, { type: mimeType }));
  form.set("model", model);
  form.set("response_format", format);
  form.set("temperature", "0");
  if (language) form.set("language", language);
  const response = await fetch(`${baseUrl}/audio/transcriptions`, {
    method: "POST",
    headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
    body: form,
    redirect: "manual",
    signal,
  });
  const said = await response.text();
  if (!response.ok) return { ok: false, failure: refusalOf(response.status, said) };
  const read = reply.safeParse(parsed(said));
  if (!read.success) {
    const detail = "The speech service answers, but not in the form of an OpenAI-compatible API.";
    return { ok: false, failure: { kind: "bad_answer", detail } };
  }
  const { text, segments } = read.data;
  return { ok: true, text: heardWords(text, segments ?? []) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
