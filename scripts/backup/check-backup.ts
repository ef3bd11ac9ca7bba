import { existsSync } from "node:fs";
import type { ArchiveEntry } from "./archive-entry";
import {
  type Manifest,
  manifestSchema,
  type PackedKeys,
  PLACES,
  packedKeysSchema,
  type Totals,
  totalsSchema,
} from "./manifest";
import { readArchive } from "./read-archive";
import { Refusal } from "./refusal";

export interface CheckedBackup {
  manifest: Manifest;
  totals: Totals;
  keys: PackedKeys | null;
}

/**
 * Reads a whole backup and compares it with its own counts, changing nothing. Throws a Refusal when the file is
 * damaged, cut off or none of ours.
 */
export async function checkBackup(path: string): Promise<CheckedBackup> {
  if (!existsSync(path)) throw new Refusal(`There is no backup at ${path}.`);
  try {
    return await readThrough(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(`This backup cannot be used, nothing was changed: ${reason}.`);
  }
}

async function readThrough(path: string): Promise<CheckedBackup> {
  let manifest: Manifest | null = null;
  let totals: Totals | null = null;
  let keys: PackedKeys | null = null;
  const bytes = new Map<string, number>();
  const files = { count: 0, bytes: 0 };
  for await (const entry of readArchive(path)) {
    if (!manifest && entry.path !== PLACES.manifest) throw new Error("it is not a backup of AssistChat");
    if (/(^|\/)\.\.?(\/|$)|\\|^\//.test(entry.path))
      throw new Error(`it has a strange name in it: ${entry.path}`);
    if (entry.path === PLACES.manifest) manifest = manifestSchema.parse(await readJson(entry));
    else if (entry.path === PLACES.totals) totals = totalsSchema.parse(await readJson(entry));
    else if (entry.path === PLACES.keys) keys = packedKeysSchema.parse(await readJson(entry));
    else if (entry.path.startsWith(PLACES.files)) {
      files.count += 1;
      files.bytes += entry.sizeBytes;
    } else {
      const folder = entry.path.slice(0, entry.path.lastIndexOf("/") + 1);
      bytes.set(folder, (bytes.get(folder) ?? 0) + entry.sizeBytes);
    }
  }
  if (!manifest || !totals) throw new Error("it is not whole");
  for (const { name } of manifest.tables) {
    const told = totals.tables[name]?.bytes;
    if (told === undefined || told !== (bytes.get(`${PLACES.tables}${name}/`) ?? 0))
      throw new Error(`rows of ${name} are missing`);
  }
  if (totals.jobs.bytes !== (bytes.get(PLACES.jobs) ?? 0)) throw new Error("waiting jobs are missing");
  if (totals.files.count !== files.count || totals.files.bytes !== files.bytes)
    throw new Error("files are missing");
  return { manifest, totals, keys };
}

async function readJson({ content }: ArchiveEntry): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}
