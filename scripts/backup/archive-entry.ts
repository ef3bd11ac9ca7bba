/** One file inside an archive; exactly `sizeBytes` bytes long. */
export interface ArchiveEntry {
  path: string;
  sizeBytes: number;
  content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** A tar archive is made of blocks of so many bytes. */
export const BLOCK_BYTES = 512;

/** What fills an entry up to a whole block. */
export function paddingAfter(sizeBytes: number): number {
  return (BLOCK_BYTES - (sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES;
}
