import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";

/** Cookie that carries the proof of the console's key, see `consoleKeyProof`. */
export const DEMO_COOKIE = "demo-key";

/**
 * Whether a request may use the demo (its login, the simulator): the demo is on, and the request comes from this
 * machine (as scripts/web tells in `x-peer-loopback`, which clients cannot set) or carries the console's key in its cookie.
 */
export function demoAllowed(headers: Headers): boolean {
  if (!env.DEMO) return false;
  if (headers.get("x-peer-loopback") === "1" && !isPublished()) return true;
  const proof = new RegExp(`(?:^|;\\s*)${DEMO_COOKIE}=([\\w-]+)`).exec(headers.get("cookie") ?? "")?.[1];
  return proof !== undefined && same(proof, consoleKeyProof());
}

/** A site with an address of its own may stand behind a proxy on this machine that tells nothing of its callers. */
function isPublished(): boolean {
  if (!env.APP_URL) return false;
  return !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(env.APP_URL).hostname);
}

/** Whether a key that somebody typed is the console's. */
export function isConsoleKey(key: string): boolean {
  return same(key, ensureSecrets(env.DATA_DIR).consoleKey);
}

/** What the cookie carries instead of the key itself. */
export function consoleKeyProof(): string {
  return createHash("sha256")
    .update(`demo:${ensureSecrets(env.DATA_DIR).consoleKey}`)
    .digest("base64url");
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
