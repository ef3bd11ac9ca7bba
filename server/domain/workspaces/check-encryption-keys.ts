import { keyFingerprints } from "@/server/lib/crypto";
import type { Tx } from "@/server/lib/db";
import { installationFact } from "./installation-fact";

/**
 * Whether every key that ever sealed something in this database is at hand, and remembers the newest. False means
 * that secrets of this database cannot be opened: the start must stop.
 */
export async function checkEncryptionKeys(tx: Tx): Promise<boolean> {
  const here = keyFingerprints();
  const used = (await installationFact.read(tx, "encryption_keys"))?.split(",") ?? [];
  if (used.some((fingerprint) => !here.includes(fingerprint))) return false;
  const [newest] = here;
  if (newest && !used.includes(newest))
    await installationFact.write(tx, "encryption_keys", [...used, newest].join(","));
  return true;
}
