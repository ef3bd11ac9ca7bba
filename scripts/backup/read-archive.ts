import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Header } from "tar";
import { type ArchiveEntry, BLOCK_BYTES, paddingAfter } from "./archive-entry";

/**
 * The entries of a `.tar.gz` in their order; each one's content must be read, if at all, before the next is asked for.
 * Throws when the file ends too early or its checksum is wrong, the latter only at its very end.
 */
export async function* readArchive(path: string): AsyncGenerator<ArchiveEntry> {
  const gunzip = createGunzip();
  const unpacked = pipeline(createReadStream(path), gunzip);
  // Heard below by whoever reads; here it only must not go unhandled.
  unpacked.catch(() => undefined);
  const chunks: AsyncIterator<Buffer> = gunzip[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  /** Some bytes, at most so many; null at the end. */
  async function some(most: number): Promise<Buffer | null> {
    while (held.length === 0) {
      const next = await chunks.next();
      if (next.done) return null;
      held = next.value;
    }
    const taken = held.subarray(0, most);
    held = held.subarray(taken.length);
    return taken;
  }
  async function* exactly(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      const part = await some(left);
      if (!part) throw new Error("the archive ends too early");
      left -= part.length;
      yield part;
    }
  }
  async function whole(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of exactly(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  try {
    for (;;) {
      const header = new Header(await whole(BLOCK_BYTES));
      if (header.nullBlock) break;
      if (!header.cksumValid || !header.path || header.size === undefined)
        throw new Error("the archive has a damaged header");
      let read = 0;
      const size = header.size;
      async function* content(): AsyncGenerator<Buffer> {
        while (read < size) {
          const part = await some(size - read);
          if (!part) throw new Error("the archive ends too early");
          read += part.length;
          yield part;
        }
      }
      yield { path: header.path, sizeBytes: size, content: content() };
      for await (const _ of exactly(size - read + paddingAfter(size)));
    }
    // To the end: only there gzip tells whether what it unpacked is what was packed.
    while (await some(Number.MAX_SAFE_INTEGER));
    await unpacked;
  } finally {
    gunzip.destroy();
  }
}
