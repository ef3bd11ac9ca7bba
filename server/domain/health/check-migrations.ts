import { readdir } from "node:fs/promises";
import type { HealthCheck } from "@/server/domain/health/schema";
import { pool } from "@/server/lib/db";

/** Whether every migration that this version brings has been applied. */
export async function checkMigrations(): Promise<HealthCheck> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true });
  const wanted = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const { rows } = await pool().query<{ name: string }>(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const applied = new Set(rows.map(({ name }) => name));
  const missing = wanted.filter((name) => !applied.has(name));
  if (missing.length === 0) return { status: "ok" };
  return { status: "down", detail: `Not applied yet: ${missing.join(", ")}. Run npm run db:migrate.` };
}
