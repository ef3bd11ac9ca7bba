import type { ResourceWorld } from "@/prisma/generated/client";
import { openaiSpeech } from "@/server/ai/speech/openai-speech";
import type { SpeechEngine } from "@/server/ai/speech/speech";
import { YANDEX_SPEECH, yandexSpeech } from "@/server/ai/speech/yandex-speech";
import { env } from "@/server/lib/env";

/**
 * What turns recordings into words for a resource of this world: the configured service, in the demo's simulated world
 * else the simulator's stand-in; null where recordings stay recordings.
 */
export function speechEngine(world: ResourceWorld): SpeechEngine | null {
  const { STT_BASE_URL: baseUrl, STT_API_KEY: apiKey = "", STT_MODEL_NAME: model } = env;
  if (baseUrl === undefined && apiKey === "") {
    if (!env.DEMO || world !== "simulator") return null;
    return openaiSpeech({
      baseUrl: `http://127.0.0.1:${env.SIMULATOR_PORT}/v1`,
      apiKey,
      model: "sim-speech",
    });
  }
  const provider = env.STT_PROVIDER ?? (env.YANDEX_FOLDER_ID ? "yandex" : "openai");
  if (provider === "yandex")
    return yandexSpeech({ baseUrl: baseUrl ?? YANDEX_SPEECH, apiKey, folderId: env.YANDEX_FOLDER_ID });
  return openaiSpeech({ baseUrl: withVersion(baseUrl ?? "https://api.openai.com"), apiKey, model });
}

/** A server's bare address means its API of version 1. */
function withVersion(baseUrl: string): string {
  return new URL(baseUrl).pathname === "/" ? `${baseUrl}/v1` : baseUrl;
}
