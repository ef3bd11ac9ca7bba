import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HealthCheck } from "@/server/domain/health/schema";
import { env } from "@/server/lib/env";

/** Whether files can be written: one is, and removed again. */
export async function checkStorage(): Promise<HealthCheck> {
  await mkdir(env.DATA_DIR, { recursive: true });
  const path = join(env.DATA_DIR, `.health-${randomUUID()}`);
  await writeFile(path, "");
  await rm(path);
  return { status: "ok" };
}
