import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { PostgresBinaries } from "./postgres-binaries";
import type { SystemUser } from "./postgres-user";

interface Initialisation {
  cluster: string;
  binaries: PostgresBinaries;
  user: SystemUser | null;
  password: string;
}

/** The first that this machine knows wins; all but the last sort and classify Cyrillic rightly. */
const LOCALES = ["C.UTF-8", "en_US.UTF-8", "C"];

function runInitdb(target: string, { binaries, user, password }: Initialisation): void {
  const failures: string[] = [];
  const passwordFile = join(dirname(target), "initdb-password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    for (const locale of LOCALES) {
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target, { mode: 0o700 });
      if (user) chownSync(target, user.uid, user.gid);
      const result = spawnSync(
        binaries.initdb,
        [
          `--pgdata=${target}`,
          "--username=assistchat",
          "--auth=scram-sha-256",
          `--pwfile=${passwordFile}`,
          "--encoding=UTF8",
          `--locale=${locale}`,
          "--no-instructions",
        ],
        { encoding: "utf8", cwd: "/", ...(user ?? {}), env: { ...process.env, LC_ALL: locale } },
      );
      if (result.status === 0) return;
      failures.push(`${locale}: ${result.error?.message ?? result.stderr.trim()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  throw new Error(`PostgreSQL could not lay out ${target}:\n${failures.join("\n")}`);
}

/**
 * Lays out the cluster if it is not there. The work is done beside it and renamed when complete, so that an
 * interrupted one never looks finished; an incomplete directory found in its place is moved aside, not deleted.
 */
export function initialiseCluster(initialisation: Initialisation): void {
  const { cluster } = initialisation;
  if (existsSync(join(cluster, "PG_VERSION")) && existsSync(join(cluster, "global", "pg_control"))) return;
  const parent = dirname(cluster);
  const unfinished = `${basename(cluster)}.unfinished`;
  for (const name of readdirSync(parent)) {
    if (name.startsWith(unfinished)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  if (existsSync(cluster)) {
    if (readdirSync(cluster).length === 0) rmSync(cluster, { recursive: true });
    else renameSync(cluster, `${cluster}.incomplete-${Date.now()}`);
  }
  const target = join(parent, unfinished);
  runInitdb(target, initialisation);
  renameSync(target, cluster);
}
