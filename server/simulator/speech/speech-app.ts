import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { recordCall } from "../world/calls";
import type { World } from "../world/world";
import { spokenWordsOf } from "./spoken-words";
import { wordsInTones } from "./words-in-tones";

type Heard = { words: string } | { status: 400 | 401 | 429 | 500; message: string };

/** What Whisper likes to write where nobody speaks. */
const INVENTION = "Продолжение следует...";

/** Hears the words that a simulated recording carries, as the world's setting wants it; any other is not understood. */
async function hear(world: World, c: Context, bytes: Uint8Array, method: string): Promise<Heard> {
  const { mode, delayMs } = world.state.settings.speech;
  const heard = await judge(world, c, bytes, mode, delayMs);
  const failure = "status" in heard ? { ok: false, errorCode: heard.status } : { ok: true };
  const parameters = { bytes: bytes.byteLength };
  recordCall(world, { at: Date.now(), bot: null, method, parameters, ...failure });
  return heard;
}

async function judge(
  world: World,
  c: Context,
  bytes: Uint8Array,
  mode: World["state"]["settings"]["speech"]["mode"],
  delayMs: number,
): Promise<Heard> {
  if (mode === "401") return { status: 401, message: "Incorrect API key provided." };
  if (mode === "429") return { status: 429, message: "Rate limit reached." };
  if (mode === "500") return { status: 500, message: "The server had an error." };
  if (mode === "slow") await sleep(delayMs);
  if (mode === "hanging") {
    const signal = AbortSignal.any([world.closing.signal, c.req.raw.signal]);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
  }
  const words = spokenWordsOf(bytes) ?? wordsInTones(bytes);
  if (words === null) return { status: 400, message: "The simulator hears its own recordings only." };
  return { words: words || (mode === "inventing" ? INVENTION : "") };
}

function openaiSegments(words: string, isSure: boolean) {
  if (words === "") return [];
  const sure = isSure
    ? { no_speech_prob: 0.01, avg_logprob: -0.2 }
    : { no_speech_prob: 0.7, avg_logprob: -0.4 };
  return [{ id: 0, start: 0, end: 1, text: ` ${words}`, compression_ratio: 1.1, temperature: 0, ...sure }];
}

/** OpenAI's `/audio/transcriptions`. */
export function openaiSpeechApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post("/audio/transcriptions", async (c) => {
    const { file, model, response_format: format = "json" } = await c.req.parseBody();
    const problem = (message: string, type: string) => ({
      error: { message, type, param: null, code: null },
    });
    if (!(file instanceof File) || typeof model !== "string")
      return c.json(problem("file and model are required", "invalid_request_error"), 400);
    if (format === "verbose_json" && world.state.settings.speech.mode === "plain")
      return c.json(
        problem("response_format 'verbose_json' is not compatible", "invalid_request_error"),
        400,
      );
    const heard = await hear(world, c, await file.bytes(), "audio/transcriptions");
    if ("status" in heard) return c.json(problem(heard.message, "server_error"), heard.status);
    const { words } = heard;
    if (format !== "verbose_json") return c.json({ text: words });
    const segments = openaiSegments(words, words !== INVENTION);
    return c.json({ task: "transcribe", language: "russian", duration: 1, text: words, segments });
  });
  return app;
}

const longSchema = z.looseObject({
  content: z.base64(),
  recognitionModel: z.looseObject({
    model: z.string(),
    audioFormat: z.looseObject({
      containerAudio: z.looseObject({ containerAudioType: z.enum(["WAV", "OGG_OPUS", "MP3"]) }),
    }),
  }),
});

/** SpeechKit takes these three and believes its eyes, not the caller's word. */
function isInside(container: "WAV" | "OGG_OPUS" | "MP3", bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (container === "WAV") return /^RIFF.{4}WAVE/s.test(start);
  return container === "MP3" ? /^(ID3|\xff[\xe0-\xff])/.test(start) : start.startsWith("OggS");
}

/** SpeechKit's synchronous API v1 and asynchronous API v3. */
export function yandexSpeechApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  /** Recognitions under way, with how often they were looked for. */
  const operations = new Map<string, { words: string; looks: number }>();
  app.post("/speech/v1/stt:recognize", async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const problem = (error_code: string, error_message: string) => ({ error_code, error_message });
    if (bytes.byteLength > 1024 * 1024)
      return c.json(problem("BAD_REQUEST", "audio should be less than 1 MB"), 400);
    if (c.req.query("format") !== "oggopus" || !isInside("OGG_OPUS", bytes))
      return c.json(problem("BAD_REQUEST", "Failed to decode audio: it should be oggopus"), 400);
    const heard = await hear(world, c, bytes, "stt:recognize");
    return "status" in heard
      ? c.json(problem(heard.status === 401 ? "UNAUTHORIZED" : "ERROR", heard.message), heard.status)
      : c.json({ result: heard.words });
  });
  app.post("/stt/v3/recognizeFileAsync", async (c) => {
    const request = longSchema.safeParse(await c.req.json().catch(() => null));
    if (!request.success)
      return c.json({ code: 3, message: z.prettifyError(request.error), details: [] }, 400);
    const bytes = Buffer.from(request.data.content, "base64");
    const { containerAudioType } = request.data.recognitionModel.audioFormat.containerAudio;
    if (!isInside(containerAudioType, bytes))
      return c.json({ code: 3, message: `audio is not ${containerAudioType}`, details: [] }, 400);
    const heard = await hear(world, c, bytes, "recognizeFileAsync");
    if ("status" in heard) return c.json({ code: 13, message: heard.message, details: [] }, heard.status);
    const id = `f8d${randomBytes(8).toString("hex")}`;
    operations.set(id, { words: heard.words, looks: 0 });
    return c.json({ id, description: "Async recognition", done: false });
  });
  app.get("/stt/v3/getRecognition", (c) => {
    const operation = operations.get(c.req.query("operationId") ?? "");
    if (!operation || operation.looks++ === 0)
      return c.json({ code: 5, message: "operation data is not ready or not found", details: [] }, 404);
    const finalIndex = "0";
    const said = (text: string) => ({ alternatives: [{ text, confidence: 1 }] });
    const events = operation.words
      ? [
          { audioCursors: { finalIndex }, final: said(operation.words.toLowerCase()), channelTag: "0" },
          { finalRefinement: { finalIndex, normalizedText: said(operation.words) }, channelTag: "0" },
        ]
      : [];
    return c.text(events.map((result) => `${JSON.stringify({ result })}\n`).join(""));
  });
  return app;
}
