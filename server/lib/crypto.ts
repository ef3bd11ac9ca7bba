import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";

type Key = { id: string; bytes: Buffer };

let cached: Key[] | undefined;

function keys(): Key[] {
  cached ??= env.ENCRYPTION_KEYS
    ? env.ENCRYPTION_KEYS.split(",").map((entry) => {
        const [id = "", value = ""] = entry.split(":");
        return { id, bytes: Buffer.from(value, "base64") };
      })
    : [{ id: "data-dir", bytes: Buffer.from(ensureSecrets(env.DATA_DIR).encryptionKey, "base64") }];
  return cached;
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
