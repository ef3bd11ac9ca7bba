import { createHash } from "node:crypto";

/** What makes an account one for all workspaces, from the provider's own id of it. */
export function accountKey(accountId: string): string {
  return createHash("sha256").update(accountId).digest("hex");
}
