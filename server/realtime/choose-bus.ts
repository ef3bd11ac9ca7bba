import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";
import type { Bus } from "@/server/realtime/bus";
import { busWithSpare } from "@/server/realtime/bus-with-spare";
import { postgresBus } from "@/server/realtime/postgres-bus";
import { redisBus } from "@/server/realtime/redis-bus";

/** The bus of this installation: Redis where REDIS_URL names one, with Postgres as its spare; else Postgres alone. */
export function chooseBus(): Bus {
  logger.info({ bus: env.REDIS_URL ? "redis" : "postgres" }, "the real-time bus was chosen");
  return env.REDIS_URL ? busWithSpare(redisBus(env.REDIS_URL), postgresBus()) : postgresBus();
}
