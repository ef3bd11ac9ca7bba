import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArchiveEntry } from "./archive-entry";

/** Puts one of the owner's texts back below DATA_DIR unless another stands there; returns whether it did. */
export async function restoreText(
  dataDir: string,
  name: string,
  { content }: ArchiveEntry,
): Promise<boolean> {
  const path = join(dataDir, ...name.split("/"));
  if (existsSync(path)) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return true;
}
