import type { Readable } from "node:stream";

/** A part of a file, both ends included, in bytes. */
export type ByteRange = { start: number; end: number };

/** Where files lie. Keys are ours: `<workspace id>/<uuid>`, with a suffix for what was made from a file. */
export type Storage = {
  /**
   * Keeps the stream's bytes under the key, whole or not at all; throws when there are more or fewer than `sizeBytes`.
   */
  put(key: string, stream: Readable, as: { mimeType: string; sizeBytes: number }): Promise<void>;
  /** `sizeBytes` is the whole file's, also for a range, which must lie within it. Null when there is no such file. */
  get(key: string, range?: ByteRange): Promise<{ stream: Readable; sizeBytes: number } | null>;
  /** Keys that do not exist are no error. */
  delete(keys: string[]): Promise<void>;
  /** Every key with the moment it was written. */
  list(): AsyncIterable<{ key: string; writtenAt: Date }>;
  /** An address under which browsers reach the file without us for so long; null where there is none. */
  presign(
    key: string,
    as: { expiresSeconds: number; mimeType: string; disposition: string },
  ): Promise<string | null>;
  /** Writes a few bytes; throws when nothing could be kept here now. */
  check(): Promise<void>;
};
