import { createHmac } from "node:crypto";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";

let root: string | undefined;

/** A key derived for one purpose from AUTH_SECRET, or from the installation's own secret; never the secret itself. */
export function authSecret(
  purpose: "browser-session" | "customer-token" | "file-link" | "setup-code" | "google-ticket",
): string {
  root ??= env.AUTH_SECRET ?? ensureSecrets(env.DATA_DIR).authSecret;
  return createHmac("sha256", root).update(purpose).digest("base64url");
}
