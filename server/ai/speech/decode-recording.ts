import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Decoded, DecodeTask } from "@/server/ai/speech/decode-thread";
import type { Recording, SpeechFailure } from "@/server/ai/speech/speech";
import { inTurn } from "@/server/lib/in-turn";

/** What every service takes. */
const rate = 16_000;
/** What a longer one would take of memory, decoded, is better left to others. */
const mostSeconds = 20 * 60;
const mostMegabytes = 256;
const patienceMs = 60_000;

const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

type Outcome = { ok: true; recording: Recording | null } | { ok: false; failure: SpeechFailure };

/**
 * A recording with AAC inside (Telegram's video notes, M4A, ADTS) as WAV, 16 kHz, 16 bits, mono, of at most 20 minutes;
 * null where the file has no sound. It is decoded in a thread of its own, one at a time: what a file does to it ends
 * there, and the failure says so.
 */
export function decodeRecording(recording: Recording): Promise<Outcome> {
  return inTurn("decode-recording", async () => {
    const decoded = await inThread({ bytes: recording.bytes, rate, mostSeconds });
    if (!decoded.ok) {
      const detail = `The recording (${recording.mimeType}) cannot be decoded: ${decoded.detail}.`.slice(
        0,
        300,
      );
      return { ok: false, failure: { kind: "unsupported", detail } };
    }
    const { samples } = decoded;
    if (samples.length === 0) return { ok: true, recording: null };
    const durationSeconds = Math.ceil(samples.length / rate);
    const bytes = toWav(samples);
    return {
      ok: true,
      recording: { ...recording, bytes, fileName: "voice.wav", mimeType: "audio/wav", durationSeconds },
    };
  });
}

function inThread(task: DecodeTask): Promise<Decoded> {
  const worker = new Worker(new URL("./decode-thread.ts", import.meta.url), {
    name: "recording",
    workerData: task,
    execArgv: ["--disable-warning=ExperimentalWarning", "--import", loader],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  return new Promise<Decoded>((resolve) => {
    const late = setTimeout(() => resolve({ ok: false, detail: "it takes too long" }), patienceMs);
    worker.on("message", resolve);
    worker.on("error", (error) => resolve({ ok: false, detail: error.message }));
    worker.on("exit", () => {
      clearTimeout(late);
      resolve({ ok: false, detail: "its thread ended" });
    });
  }).finally(() => worker.terminate());
}

/** RIFF's smallest header before the samples. */
function toWav(samples: Int16Array<ArrayBuffer>): Uint8Array {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
