import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { storageFailure } from "@/server/domain/files/storage-failure";
import { env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import { requireRoom } from "@/server/storage/require-room";

/** Where files lie while they come in. */
export const spoolFolder: string = join(env.DATA_DIR, "tmp");
/** Names of what `spoolFile` makes there. */
export const spoolPrefix = "file-";

export type SpooledFile = {
  /** A folder of the file's own, for what is made from it; `discard` removes it. */
  folder: string;
  path: string;
  sizeBytes: number;
  discard(): Promise<void>;
};

/** Slower senders hold a place that others need; so much is less than any line that can show the page. */
const slowest = { bytesPerSecond: 5 * 1024, overSeconds: 60 };
/** The disk is looked at each time so much more is written. */
const roomStep = 1024 * 1024;

/**
 * Writes a stream of unknown length into a temporary file and stops at the first byte above the limit. Throws
 * `unavailable` when the disk cannot take it, `bad_input` (`interrupted`) when the stream broke, `bad_input` (`too_slow`)
 * below 5 KB a second over a minute.
 */
export async function spoolFile(
  stream: Readable,
  maxBytes: number,
  { room = requireRoom, pace = slowest } = {},
): Promise<{ ok: true; spooled: SpooledFile } | { ok: false; reason: "too_large" | "empty" }> {
  // The first that fails takes the others with it.
  let failed: "sender" | "us" | undefined;
  const watchFor = (side: typeof failed, part: Readable | Writable) =>
    part.once("error", () => {
      failed ??= side;
    });
  watchFor("sender", stream);
  const counter = countUpTo(maxBytes, () => room(spoolFolder, roomStep));
  const watch = watchPace(counter.passed, pace);
  try {
    await mkdir(spoolFolder, { recursive: true });
    await room(spoolFolder, 0);
    const folder = await mkdtemp(join(spoolFolder, spoolPrefix));
    const path = join(folder, "original");
    const discard = () => rm(folder, { recursive: true, force: true });
    try {
      const file = createWriteStream(path);
      watchFor("us", counter.transform);
      watchFor("us", file);
      const written = pipeline(stream, counter.transform, file);
      // A source that is silent may never hear that it was stopped; nobody waits for it.
      await Promise.race([written, counter.stopped, watch.tooSlow]);
    } catch (error) {
      counter.transform.destroy();
      await discard();
      throw error;
    }
    const sizeBytes = counter.passed();
    if (sizeBytes > 0) return { ok: true, spooled: { folder, path, sizeBytes, discard } };
    await discard();
    return { ok: false, reason: "empty" };
  } catch (error) {
    stream.destroy();
    if (error instanceof TooLarge) return { ok: false, reason: "too_large" };
    if (error instanceof AppError) throw error;
    if (failed !== "sender") throw storageFailure(error);
    throw new AppError("bad_input", "interrupted", "The file did not arrive whole. Please send it again.");
  } finally {
    watch.end();
  }
}

class TooLarge extends Error {}

type Counter = { transform: Transform; passed: () => number; stopped: Promise<never> };

/** Rejects `stopped` once there are more bytes than allowed, or no room for the next ones. */
function countUpTo(maxBytes: number, requireRoomForMore: () => Promise<void>): Counter {
  let passed = 0;
  let roomFor = roomStep;
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
  stopped.catch(() => {});
  const transform = new Transform({
    transform(piece: Buffer, _encoding, done) {
      const fail = (error: Error) => {
        stop(error);
        done(error);
      };
      passed += piece.length;
      if (passed > maxBytes) return fail(new TooLarge());
      if (passed <= roomFor) return done(null, piece);
      roomFor = passed + roomStep;
      requireRoomForMore().then(() => done(null, piece), fail);
    },
  });
  return { transform, passed: () => passed, stopped };
}

/** Rejects `tooSlow` at the end of a span in which too little passed. */
function watchPace(
  passed: () => number,
  { bytesPerSecond, overSeconds }: typeof slowest,
): { tooSlow: Promise<never>; end: () => void } {
  const { promise: tooSlow, reject } = Promise.withResolvers<never>();
  tooSlow.catch(() => {});
  let before = 0;
  const timer = setInterval(() => {
    if (passed() - before < bytesPerSecond * overSeconds) {
      reject(
        new AppError("bad_input", "too_slow", "The file comes in too slowly. Please try a better line."),
      );
    }
    before = passed();
  }, overSeconds * 1000);
  return { tooSlow, end: () => clearInterval(timer) };
}
