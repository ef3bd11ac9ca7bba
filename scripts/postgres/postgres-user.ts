import { spawnSync } from "node:child_process";

export interface SystemUser {
  uid: number;
  gid: number;
}

function numericId(flag: "-u" | "-g", name: string): number | null {
  const answer = spawnSync("id", [flag, name], { encoding: "utf8" });
  const id = Number.parseInt(answer.stdout ?? "", 10);
  return answer.status === 0 && Number.isInteger(id) ? id : null;
}

function lookUp(name: string): SystemUser | null {
  const uid = numericId("-u", name);
  const gid = numericId("-g", name);
  return uid === null || gid === null ? null : { uid, gid };
}

/**
 * The system user to run PostgreSQL as: null means "as ourselves". PostgreSQL refuses root, so root gets
 * `postgres`, made when it is missing, or `nobody` where users cannot be made.
 */
export function postgresUser(): SystemUser | null {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  const existing = lookUp("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const user = lookUp("postgres") ?? lookUp("nobody");
  if (!user)
    throw new Error(
      "PostgreSQL cannot run as root, and no user 'postgres' could be made: start as an ordinary user",
    );
  return user;
}
