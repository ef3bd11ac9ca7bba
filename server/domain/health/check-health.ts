import { checkBots } from "@/server/domain/health/check-bots";
import { checkMigrations } from "@/server/domain/health/check-migrations";
import { checkModel } from "@/server/domain/health/check-model";
import { checkStorage } from "@/server/domain/health/check-storage";
import { queueFigures } from "@/server/domain/health/queue-figures";
import type { HealthCheck, HealthReport, HealthStatus } from "@/server/domain/health/schema";
import { pool } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { realtime } from "@/server/realtime/realtime";

const patienceMs = 3_000;
/** Jobs start within milliseconds; one that waited so long tells that nobody works. */
const slowQueueSeconds = 30;

/** Looks at every part the product stands on. `down` only when it cannot serve: no database, or one not migrated. */
export async function checkHealth(): Promise<HealthReport> {
  const [database, storage] = await Promise.all([
    attempt("database", "down", "The database does not answer.", async () => {
      await pool().query("select 1");
      return { status: "ok" };
    }),
    attempt("storage", "degraded", "Files cannot be written.", checkStorage),
  ]);
  if (database.status === "down") {
    const unknown: HealthCheck = { status: "down", detail: "Unknown without the database." };
    return {
      status: "down",
      checks: { database, migrations: unknown, bots: unknown, queue: unknown, storage, model: unknown },
    };
  }
  const unreadable = "Could not be looked at.";
  const [migrations, bots, queue, model] = await Promise.all([
    attempt("migrations", "down", unreadable, checkMigrations),
    attempt("bots", "degraded", unreadable, checkBots),
    attempt("queue", "degraded", unreadable, checkQueue),
    attempt("model", "degraded", unreadable, checkModel),
  ]);
  const checks = { database, migrations, bots, queue, storage, model };
  return { status: worst(Object.values(checks)), checks };
}

async function checkQueue(): Promise<HealthCheck> {
  const trouble = realtime.trouble();
  if (trouble) return { status: "degraded", detail: `${trouble} Screens learn of news later than usual.` };
  const { ready, oldestSeconds } = await queueFigures();
  if (oldestSeconds <= slowQueueSeconds) return { status: "ok" };
  return { status: "degraded", detail: `${ready} jobs wait, the oldest for ${Math.round(oldestSeconds)} s.` };
}

function worst(checks: HealthCheck[]): HealthStatus {
  const statuses = new Set(checks.map(({ status }) => status));
  return statuses.has("down") ? "down" : statuses.has("degraded") ? "degraded" : "ok";
}

async function attempt(
  name: string,
  otherwise: HealthStatus,
  detail: string,
  look: () => Promise<HealthCheck>,
): Promise<HealthCheck> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([look(), tooLong]);
  } catch (error) {
    logger.warn({ err: error, check: name }, "a health check failed");
    return { status: otherwise, detail };
  } finally {
    clearTimeout(timer);
  }
}
