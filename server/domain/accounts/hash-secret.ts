import { createHash } from "node:crypto";

/** What is kept of a secret of at least 80 random bits: its SHA-256, which nobody can turn back. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
