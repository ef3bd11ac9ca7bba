import { Client } from "pg";
import { pool } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { logger } from "@/server/lib/logger";
import type { Bus, Wake } from "@/server/realtime/bus";

const channel = "assistchat_wake";
/** Postgres refuses notifications of 8000 bytes and more. */
const payloadLimit = 7900;
const reconnectMs = 500;

/** The bus over LISTEN/NOTIFY: one dedicated connection per process listens, the pool publishes. */
export function postgresBus(): Bus {
  let client: Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let isLost = false;

  async function listen(onWake: (wake: Wake) => void, onGap: () => void): Promise<void> {
    const next = new Client({ connectionString: env.DATABASE_URL, keepAlive: true });
    client = next;
    const again = () => {
      if (stopped || client !== next) return;
      client = undefined;
      isLost = true;
      retry = setTimeout(() => void listen(onWake, onGap), reconnectMs);
    };
    next.on("error", (error) => {
      logger.warn({ error: error.message }, "real-time connection lost, opening a new one");
      again();
    });
    next.on("end", again);
    next.on("notification", ({ payload }) => {
      for (const wake of JSON.parse(payload ?? "[]") as Wake[]) onWake(wake);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      isLost = false;
      onGap();
    } catch (error) {
      logger.warn({ error: String(error) }, "real-time connection could not be opened, trying again");
      again();
    }
  }

  return {
    async publish(wakes) {
      for (const payload of packed(wakes))
        await pool().query({ name: "wake", text: "select pg_notify($1, $2)", values: [channel, payload] });
    },
    start: (onWake, onGap) => void listen(onWake, onGap),
    trouble: () => (isLost ? "The database's notifications do not come." : null),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}

/** JSON arrays of wakes, each small enough for one notification; a hint that is too large is left out. */
function packed(wakes: Wake[]): string[] {
  const payloads: string[] = [];
  let batch: string[] = [];
  let size = 2;
  for (const wake of wakes) {
    let json = JSON.stringify(wake);
    if (Buffer.byteLength(json) + 2 > payloadLimit) json = JSON.stringify({ topic: wake.topic });
    const bytes = Buffer.byteLength(json) + 1;
    if (size + bytes > payloadLimit) {
      payloads.push(`[${batch.join()}]`);
      batch = [];
      size = 2;
    }
    batch.push(json);
    size += bytes;
  }
  if (batch.length > 0) payloads.push(`[${batch.join()}]`);
  return payloads;
}
