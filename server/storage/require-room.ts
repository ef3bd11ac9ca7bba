import { statfs } from "node:fs/promises";

/** Left to the database, which may lie on the same disk and stops without room: 200 MB, on a tiny disk 5 %. */
const keptFreeBytes = 200 * 1024 * 1024;
const keptFreeShare = 0.05;

export type LookAtDisk = (folder: string) => Promise<{ freeBytes: number; sizeBytes: number }>;
export type RequireRoom = (folder: string, bytes: number) => Promise<void>;

/** Throws an error with the code of a full disk (`ENOSPC`) when so many bytes more would leave too little of it free. */
export async function requireRoom(
  folder: string,
  bytes: number,
  look: LookAtDisk = lookAtDisk,
): Promise<void> {
  const { freeBytes, sizeBytes } = await look(folder);
  if (freeBytes - bytes >= Math.min(keptFreeBytes, sizeBytes * keptFreeShare)) return;
  const left = Math.floor(freeBytes / 2 ** 20);
  throw Object.assign(
    new Error(`${left} MB are free on the disk of ${folder}, which the database may need`),
    {
      code: "ENOSPC",
    },
  );
}

async function lookAtDisk(folder: string): Promise<{ freeBytes: number; sizeBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
}
