import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { env } from "@/server/lib/env";
import { ensureSecrets, secretsPath } from "@/server/lib/secrets";

type Key = { id: string; bytes: Buffer };

let fixed: Key[] | undefined;
let generated: { file: string; keys: Key[] } | undefined;

/** Newest first. Generated keys are read again when their file was replaced: a rotation reaches every process at once. */
function keys(): Key[] {
  if (env.ENCRYPTION_KEYS) {
    fixed ??= env.ENCRYPTION_KEYS.split(",").map((entry) => {
      const [id = "", value = ""] = entry.split(":");
      return { id, bytes: Buffer.from(value, "base64") };
    });
    return fixed;
  }
  const stat = statSync(secretsPath(env.DATA_DIR), { throwIfNoEntry: false });
  const file = stat ? `${stat.ino} ${stat.mtimeMs}` : "";
  if (generated && file !== "" && generated.file === file) return generated.keys;
  const { encryptionKeyId, encryptionKey, olderEncryptionKeys } = ensureSecrets(env.DATA_DIR);
  const all = [{ id: encryptionKeyId, key: encryptionKey }, ...olderEncryptionKeys];
  generated = { file, keys: all.map(({ id, key }) => ({ id, bytes: Buffer.from(key, "base64") })) };
  return generated.keys;
}

/** Whether a sealed text was sealed under the newest key. */
export function isSealedByNewest(sealed: string): boolean {
  return sealed.startsWith(`${keys()[0]?.id}.`);
}

/** Seals a text with AES-256-GCM under the newest key; `boundTo` (workspace and row) must be the same to open it. */
export function seal(plaintext: string, boundTo: string): string {
  const [key] = keys();
  if (!key) throw new Error("No encryption key");
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return [
    key.id,
    nonce.toString("base64url"),
    body.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
  ].join(".");
}

/** Opens what `seal` made; throws when the key is unknown, the text was changed or `boundTo` differs. */
export function unseal(sealed: string, boundTo: string): string {
  const [id = "", nonce = "", body = "", tag = ""] = sealed.split(".");
  const key = keys().find((candidate) => candidate.id === id);
  if (!key) throw new Error(`Sealed with an encryption key that is not here: ${id}`);
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(nonce, "base64url"))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/** Fingerprints of the encryption keys, newest first: they tell whether a database was sealed with the keys at hand. */
export function keyFingerprints(): string[] {
  return keys().map(({ bytes }) =>
    createHash("sha256").update("fingerprint").update(bytes).digest("hex").slice(0, 16),
  );
}
