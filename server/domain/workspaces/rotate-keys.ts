import { setTimeout as sleep } from "node:timers/promises";
import { checkEncryptionKeys } from "@/server/domain/workspaces/check-encryption-keys";
import { installationFact } from "@/server/domain/workspaces/installation-fact";
import { resealSecrets } from "@/server/domain/workspaces/reseal-secrets";
import { keyFingerprints } from "@/server/lib/crypto";
import { transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { oneAtATime } from "@/server/lib/one-at-a-time";
import { addEncryptionKey, dropOlderEncryptionKeys } from "@/server/lib/secrets";

/** Longer than a transaction may last that sealed something a moment before the new key was there. */
const settleMs = 25_000;

export type Rotation =
  | { ok: true; resealed: number; keys: "generated" | "environment" }
  /** The database was sealed with keys that are not here. */
  | { ok: false; reason: "keys_missing" }
  /** Another one is at work. */
  | { ok: false; reason: "running" }
  /** These could not be opened; all keys stay. */
  | { ok: false; reason: "unreadable"; resealed: number; unreadable: string[] };

/**
 * Moves every sealed value to a new key: one made now where keys are generated in DATA_DIR, else the first of
 * ENCRYPTION_KEYS. Safe while everybody works; broken off it goes on where it was. Older generated keys are forgotten at
 * the end, those of ENCRYPTION_KEYS may then be taken out.
 */
export async function rotateKeys(options: { settleMs?: number } = {}): Promise<Rotation> {
  let rotation: Rotation = { ok: false, reason: "running" };
  await oneAtATime("keys:rotate", async () => {
    rotation = await rotate(options.settleMs ?? settleMs);
  });
  return rotation;
}

async function rotate(pauseMs: number): Promise<Rotation> {
  const keys = env.ENCRYPTION_KEYS ? "environment" : "generated";
  // What cannot be opened must not get yet another key in front of it.
  if (!(await transaction(checkEncryptionKeys))) return { ok: false, reason: "keys_missing" };
  if (keys === "generated") {
    addEncryptionKey(env.DATA_DIR);
    await transaction(checkEncryptionKeys);
  }
  let resealed = 0;
  for (let pass = 0; ; pass += 1) {
    const done = await resealSecrets();
    resealed += done.resealed;
    if (done.unreadable.length > 0)
      return { ok: false, reason: "unreadable", resealed, unreadable: done.unreadable };
    if (pass > 0 && done.resealed === 0) break;
    await sleep(pauseMs);
  }
  const [newest = ""] = keyFingerprints();
  await transaction((tx) => installationFact.write(tx, "encryption_keys", newest));
  if (keys === "generated") dropOlderEncryptionKeys(env.DATA_DIR);
  return { ok: true, resealed, keys };
}
