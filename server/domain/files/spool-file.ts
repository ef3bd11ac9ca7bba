import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { storageFailure } from "@/server/domain/files/storage-failure";
import { env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";

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

/**
 * Writes a stream of unknown length into a temporary file and stops at the first byte above the limit. Throws
 * `unavailable` when the disk cannot take it, `bad_input` (`interrupted`) when the stream broke.
 */
export async function spoolFile(
  stream: Readable,
  maxBytes: number,
): Promise<{ ok: true; spooled: SpooledFile } | { ok: false; reason: "too_large" | "empty" }> {
  let broken: unknown;
  stream.once("error", (error) => {
    broken ??= error;
  });
  const counter = countUpTo(maxBytes);
  try {
    await mkdir(spoolFolder, { recursive: true });
    const folder = await mkdtemp(join(spoolFolder, spoolPrefix));
    const path = join(folder, "original");
    const discard = () => rm(folder, { recursive: true, force: true });
    try {
      await pipeline(stream, counter.transform, createWriteStream(path));
    } catch (error) {
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
    if (broken === undefined || broken !== error) throw storageFailure(error);
    throw new AppError("bad_input", "interrupted", "The file did not arrive whole. Please send it again.");
  }
}

class TooLarge extends Error {}

function countUpTo(maxBytes: number): { transform: Transform; passed: () => number } {
  let passed = 0;
  const transform = new Transform({
    transform(piece: Buffer, _encoding, done) {
      passed += piece.length;
      if (passed > maxBytes) done(new TooLarge());
      else done(null, piece);
    },
  });
  return { transform, passed: () => passed };
}
