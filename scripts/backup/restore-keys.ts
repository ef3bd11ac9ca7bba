import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureSecrets } from "@/server/lib/secrets";
import type { PackedKeys } from "./manifest";

/**
 * Puts packed keys back into DATA_DIR (files of mode 0600). The password of the embedded database stays the one that
 * the database of this DATA_DIR was made with. Returns lines to tell.
 */
export function restoreKeys(dataDir: string, keys: PackedKeys): string[] {
  const path = join(dataDir, "secrets.json");
  const present = ensureSecrets(dataDir);
  const merged = { ...present, ...keys.secrets, databasePassword: present.databasePassword };
  writePrivate(path, JSON.stringify(merged, null, 2));
  const told = [`Keys: put back into ${path}.`];
  const variables = [
    ["ENCRYPTION_KEYS", keys.ENCRYPTION_KEYS],
    ["AUTH_SECRET", keys.AUTH_SECRET],
  ].flatMap(([name, value]) => (value ? [`${name}=${value}`] : []));
  if (variables.length > 0) {
    const file = join(dataDir, "restored-keys.env");
    writePrivate(file, `${variables.join("\n")}\n`);
    told.push(`Before the next start copy the lines of ${file} into .env, then delete that file.`);
  }
  return told;
}

function writePrivate(path: string, text: string): void {
  const draft = `${path}.new`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, path);
}
