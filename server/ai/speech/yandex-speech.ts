import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { heardWords } from "@/server/ai/speech/heard-words";
import { type Heard, longestHearingMs, type Recording, type SpeechEngine } from "@/server/ai/speech/speech";
import { refusalOf, toSpeechFailure } from "@/server/ai/speech/to-speech-failure";

/** Where SpeechKit answers. */
export const YANDEX_SPEECH = "https://stt.api.cloud.yandex.net";

/** Limits of the synchronous API v1: one request of at most 30 s and 1 MB. */
const shortSeconds = 30;
const shortBytes = 1024 * 1024;

/** Languages as SpeechKit calls them (https://yandex.cloud/docs/speechkit/stt/models). */
const LOCALES: Record<string, string> = {
  ru: "ru-RU",
  en: "en-US",
  de: "de-DE",
  fr: "fr-FR",
  es: "es-ES",
  it: "it-IT",
  pt: "pt-PT",
  pl: "pl-PL",
  tr: "tr-TR",
  kk: "kk-KZ",
  uz: "uz-UZ",
  he: "he-IL",
  fi: "fi-FI",
  sv: "sv-SE",
  nl: "nl-NL",
};

type YandexSpeech = {
  baseUrl: string;
  apiKey: string;
  folderId: string | undefined;
  timeoutMs?: number;
  /** Pause between two looks at a long recognition, in ms. */
  pauseMs?: number;
};

/**
 * Yandex SpeechKit: short voice messages by the synchronous API v1, everything longer, and MP3 and WAV, by the
 * asynchronous API v3, which may take as long again as the recording lasts.
 */
export function yandexSpeech(config: YandexSpeech): SpeechEngine {
  return {
    name: "yandex",
    takes: (mimeType) => containerOf(mimeType) !== null,
    async hear(recording) {
      const container = containerOf(recording.mimeType);
      if (!container) {
        const detail = `SpeechKit takes OggOpus, MP3 and WAV, not ${recording.mimeType}.`;
        return { ok: false, failure: { kind: "unsupported", detail } };
      }
      const { durationSeconds: seconds, bytes } = recording;
      const isShort =
        container === "OGG_OPUS" &&
        seconds !== null &&
        seconds <= shortSeconds &&
        bytes.byteLength <= shortBytes;
      const patience = (config.timeoutMs ?? longestHearingMs) + (isShort ? 0 : (seconds ?? 0) * 1000);
      const signal = AbortSignal.timeout(patience);
      try {
        return isShort
          ? await hearShort(config, recording, signal)
          : await hearLong(config, recording, container, signal);
      } catch (error) {
        return { ok: false, failure: toSpeechFailure(error) };
      }
    },
  };
}

function containerOf(mimeType: string): "OGG_OPUS" | "MP3" | "WAV" | null {
  if (/ogg|opus/.test(mimeType)) return "OGG_OPUS";
  if (/mpeg|mp3/.test(mimeType)) return "MP3";
  return /wav/.test(mimeType) ? "WAV" : null;
}

function headersOf({ apiKey, folderId }: YandexSpeech): Record<string, string> {
  return {
    // A service account's key, or an IAM token, which begins so.
    ...(apiKey && { authorization: apiKey.startsWith("t1.") ? `Bearer ${apiKey}` : `Api-Key ${apiKey}` }),
    ...(folderId && { "x-folder-id": folderId }),
  };
}

const shortReply = z.object({ result: z.string() });

async function hearShort(config: YandexSpeech, recording: Recording, signal: AbortSignal): Promise<Heard> {
  const language = recording.language ?? recording.likelyLanguage;
  const query = new URLSearchParams({
    lang: LOCALES[language] ?? "ru-RU",
    format: "oggopus",
    topic: "general",
  });
  if (config.folderId) query.set("folderId", config.folderId);
  const response = await fetch(`${config.baseUrl}/speech/v1/stt:recognize?${query}`, {
    method: "POST",
    headers: { ...headersOf(config), "content-type": "audio/ogg" },
    body: Buffer.from(recording.bytes),
    redirect: "manual",
    signal,
  });
  const said = await response.text();
  if (!response.ok) return { ok: false, failure: refusalOf(response.status, said) };
  const read = shortReply.safeParse(parsed(said));
  return read.success ? { ok: true, text: heardWords(read.data.result, []) } : badAnswer();
}

const operation = z.object({ id: z.string().min(1) });

async function hearLong(
  config: YandexSpeech,
  { bytes, language }: Recording,
  container: string,
  signal: AbortSignal,
): Promise<Heard> {
  const spoken = language && LOCALES[language];
  const started = await fetch(`${config.baseUrl}/stt/v3/recognizeFileAsync`, {
    method: "POST",
    headers: { ...headersOf(config), "content-type": "application/json" },
    body: JSON.stringify({
      content: Buffer.from(bytes).toString("base64"),
      recognitionModel: {
        model: "general",
        audioFormat: { containerAudio: { containerAudioType: container } },
        textNormalization: { textNormalization: "TEXT_NORMALIZATION_ENABLED", literatureText: true },
        languageRestriction: { restrictionType: "WHITELIST", languageCode: [spoken || "auto"] },
        audioProcessingType: "FULL_DATA",
      },
    }),
    redirect: "manual",
    signal,
  });
  const said = await started.text();
  if (!started.ok) return { ok: false, failure: refusalOf(started.status, said) };
  const begun = operation.safeParse(parsed(said));
  if (!begun.success) return badAnswer();
  const address = `${config.baseUrl}/stt/v3/getRecognition?${new URLSearchParams({ operationId: begun.data.id })}`;
  for (;;) {
    await sleep(config.pauseMs ?? 2000, undefined, { signal });
    const response = await fetch(address, { headers: headersOf(config), redirect: "manual", signal });
    const body = await response.text();
    // Until it is done there is no result to be found.
    if (response.status === 404) continue;
    if (!response.ok) return { ok: false, failure: refusalOf(response.status, body) };
    return readEvents(body);
  }
}

const alternatives = z.object({ alternatives: z.array(z.object({ text: z.string() })).default([]) });
const recognised = z.object({
  final: alternatives.optional(),
  finalRefinement: z.object({ normalizedText: alternatives }).optional(),
});
/** The gateway wraps each event of a stream. */
const event = z.union([z.object({ result: recognised }).transform(({ result }) => result), recognised]);

/** The result is a stream of JSON objects, one a line: each sentence, and once more as people write it. */
function readEvents(body: string): Heard {
  const spoken: string[] = [];
  const written: string[] = [];
  for (const line of body.split("\n")) {
    if (line.trim() === "") continue;
    const read = event.safeParse(parsed(line));
    if (!read.success) return badAnswer();
    const { final, finalRefinement } = read.data;
    if (final) spoken.push(final.alternatives[0]?.text ?? "");
    if (finalRefinement) written.push(finalRefinement.normalizedText.alternatives[0]?.text ?? "");
  }
  const sentences = written.length >= spoken.length ? written : spoken;
  return { ok: true, text: heardWords(sentences.join(" ").trim(), []) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function badAnswer(): Heard {
  const detail = "The speech service answers, but not in the form of SpeechKit's API.";
  return { ok: false, failure: { kind: "bad_answer", detail } };
}
