import { createHash, randomBytes } from "node:crypto";

/** A new key, `ac_<8 visible>_<43 base64url>`: what people see of it later, and 256 random bits. */
export function newApiKey(): { key: string; prefix: string } {
  const prefix = `ac_${randomBytes(4).toString("hex")}`;
  return { key: `${prefix}_${randomBytes(32).toString("base64url")}`, prefix };
}

/** What is kept of a key: SHA-256, in hex. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}
