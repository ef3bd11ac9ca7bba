import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { canReach } from "./can-reach";
import type { SystemUser } from "./postgres-user";

/** Where the files of a cluster go that its user cannot reach in the folder asked for. */
export const FALLBACK_ROOT = "/var/lib/assistchat";

/**
 * The folder where the cluster's files live: the wanted one, or, when the user PostgreSQL runs as cannot enter
 * one of its parents (root's home, a 0700 folder), a folder of its own under /var/lib/assistchat.
 */
export function reachableFolder(wanted: string, user: SystemUser | null): string {
  const folder = resolve(wanted);
  mkdirSync(folder, { recursive: true });
  if (!user) return folder;
  chownSync(folder, user.uid, user.gid);
  if (canReach(folder, user)) return folder;
  const fallback = join(FALLBACK_ROOT, createHash("sha256").update(folder).digest("hex").slice(0, 16));
  if (!existsSync(fallback)) mkdirSync(fallback, { recursive: true, mode: 0o755 });
  chownSync(fallback, user.uid, user.gid);
  if (!canReach(fallback, user)) {
    throw new Error(
      `PostgreSQL runs as another user than root and can reach neither ${folder} nor ${fallback}: set DATA_DIR to a folder others may enter, or start as an ordinary user`,
    );
  }
  return fallback;
}
