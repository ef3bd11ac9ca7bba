import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { applyMigrations } from "@/prisma/apply-migrations";
import { withFileLock } from "../postgres/with-file-lock";
import { runTool } from "./run-tool";

/** Migrates and seeds; parts that are started apart at the same time do it one after another. Returns what to tell. */
export async function prepareDatabase(dataDir: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const url = environment.DATABASE_URL ?? "";
  const folder = join(dataDir, "run");
  mkdirSync(folder, { recursive: true });
  return withFileLock(join(folder, "prepare.lock"), async () => {
    await applyMigrations(url).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message || String(error) : String(error);
      throw new Error(`The database could not be migrated (${new URL(url).host}): ${reason}`);
    });
    return runTool("The demo data's seed", ["--import", "tsx", "prisma/seed/seed.ts"], environment);
  });
}
