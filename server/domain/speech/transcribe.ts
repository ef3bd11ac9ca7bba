import { buffer } from "node:stream/consumers";
import { decodeRecording } from "@/server/ai/speech/decode-recording";
import type { Heard, Recording, SpeechEngine, SpeechFailure } from "@/server/ai/speech/speech";
import { attachmentDetails } from "@/server/domain/files/schema";
import { queueHearing } from "@/server/domain/speech/queue-transcription";
import { speechEngine } from "@/server/domain/speech/speech-engine";
import { tellHeard } from "@/server/domain/speech/tell-heard";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { storage } from "@/server/storage/chosen-storage";

/** Pauses before the next tries, in ms; after the last one it failed. */
const pauses = [5_000, 30_000, 120_000];
/** What may pass by itself. */
const passing: ReadonlySet<SpeechFailure["kind"]> = new Set([
  "timeout",
  "unreachable",
  "rate_limited",
  "server_error",
]);

/** Turns one recording into words; done once. What passes is tried again, what does not is told in words. */
export async function transcribe({ attachmentId }: { attachmentId: number }): Promise<void> {
  const task = await findTask(attachmentId);
  if (!task) return;
  const { engine, recording } = task;
  if (!engine) return settle(task, { state: "failed", errorCode: "unconfigured" });
  if (!recording) return settle(task, { state: "failed", errorCode: "no_file" });
  const startedAt = clock.now().getTime();
  const heard = await hear(engine, { ...recording, bytes: await recording.read() });
  const durationMs = clock.now().getTime() - startedAt;
  if (heard.ok) {
    const { text } = heard;
    return settle(task, { state: text ? "ready" : "silent", text, engine: engine.name, durationMs });
  }
  logger.warn({ attachmentId, ...heard.failure }, "a recording was not heard");
  await afterFailure(task, engine, heard, durationMs);
}

/** Has an engine hear a recording, in a form that it takes. */
async function hear(engine: SpeechEngine, recording: Recording): Promise<Heard> {
  if (engine.takes?.(recording.mimeType) ?? true) return engine.hear(recording);
  const decoded = await decodeRecording(recording);
  if (!decoded.ok) return decoded;
  return decoded.recording ? engine.hear(decoded.recording) : { ok: true, text: "" };
}

type Task = {
  attachmentId: number;
  attempts: number;
  engine: SpeechEngine | null;
  recording: (Omit<Recording, "bytes"> & { read: () => Promise<Uint8Array> }) | null;
};

async function findTask(attachmentId: number): Promise<Task | null> {
  const found = await db.transcription.findUnique({
    where: { attachmentId },
    include: {
      attachment: {
        include: {
          file: true,
          message: { include: { conversation: { include: { resource: true, contact: true } } } },
          hubMessage: { include: { chat: { include: { resource: true } }, contact: true } },
        },
      },
    },
  });
  if (found?.state !== "queued") return null;
  const { attachment, attempts } = found;
  const { message, hubMessage, file, details, state } = attachment;
  const conversation = message?.conversation;
  const world = (conversation ?? hubMessage?.chat)?.resource.world;
  // Its bytes are on their way: they bring this job along.
  if (!world || state === "fetching") return null;
  const contact = conversation?.contact ?? hubMessage?.contact;
  const stored = file && (await storage.get(file.storageKey));
  return {
    attachmentId,
    attempts,
    engine: speechEngine(world),
    recording: stored
      ? {
          read: () => buffer(stored.stream),
          fileName: file.mimeType.startsWith("audio/ogg") ? "voice.ogg" : file.fileName,
          mimeType: file.mimeType,
          durationSeconds: attachmentDetails.parse(details).durationSeconds ?? null,
          // Before the first answer it is only what their Telegram speaks.
          language: conversation && conversation.answeredSeq > 0 ? conversation.language : null,
          likelyLanguage: conversation?.language ?? contact?.languageCode?.slice(0, 2) ?? "ru",
        }
      : null,
  };
}

async function afterFailure(
  task: Task,
  engine: SpeechEngine,
  { failure }: Extract<Heard, { ok: false }>,
  durationMs: number,
): Promise<void> {
  const said = { errorCode: failure.kind, errorDetail: failure.detail, engine: engine.name, durationMs };
  const pause = passing.has(failure.kind) ? pauses[task.attempts] : undefined;
  if (pause === undefined) return settle(task, { state: "failed", ...said });
  const { attachmentId } = task;
  await transaction(async (tx) => {
    const { count } = await tx.transcription.updateMany({
      where: { attachmentId, state: "queued" },
      data: { attempts: { increment: 1 }, ...said },
    });
    if (count > 0) await queueHearing(tx, attachmentId, new Date(clock.now().getTime() + pause));
  });
}

type Outcome = {
  state: "ready" | "silent" | "failed";
  text?: string;
  engine?: string;
  durationMs?: number;
  errorCode?: string;
  errorDetail?: string;
};

async function settle({ attachmentId }: Task, outcome: Outcome): Promise<void> {
  const told = outcome.state === "failed" ? {} : { errorCode: null, errorDetail: null };
  await transaction(async (tx) => {
    const { count } = await tx.transcription.updateMany({
      where: { attachmentId, state: "queued" },
      data: { ...told, ...outcome, attempts: { increment: 1 }, finishedAt: clock.now() },
    });
    if (count > 0) await tellHeard(tx, attachmentId);
  });
}
