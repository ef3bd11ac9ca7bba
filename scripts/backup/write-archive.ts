import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Header } from "tar";
import { type ArchiveEntry, BLOCK_BYTES, paddingAfter } from "./archive-entry";

/**
 * Writes the entries as a `.tar.gz` that only its owner may read, never holding more than a piece of one in memory.
 * It gets its name when it is whole; returns its size in bytes.
 */
export async function writeArchive(path: string, entries: AsyncIterable<ArchiveEntry>): Promise<number> {
  const partial = `${path}.partial`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const file = createWriteStream(partial, { mode: 0o600, flush: true });
    await pipeline(Readable.from(blocksOf(entries), { objectMode: false }), createGzip(), file);
    const { size } = await stat(partial);
    await rename(partial, path);
    return size;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function* blocksOf(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Buffer> {
  const mtime = new Date();
  for await (const { path, sizeBytes, content } of entries) {
    const header = new Header({ path, size: sizeBytes, mode: 0o600, mtime, type: "File" });
    if (header.encode() || !header.block) throw new Error(`This name does not fit into an archive: ${path}`);
    yield header.block;
    let written = 0;
    for await (const chunk of content) {
      written += chunk.length;
      if (chunk.length > 0) yield chunk;
    }
    if (written !== sizeBytes) throw new Error(`${path} has ${written} bytes, not ${sizeBytes}`);
    yield Buffer.alloc(paddingAfter(sizeBytes));
  }
  yield Buffer.alloc(2 * BLOCK_BYTES);
}
