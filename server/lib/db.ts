import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "@/server/lib/env";

/** A database transaction as use cases receive it. */
export type Tx = Prisma.TransactionClient;

// Next's development server reloads modules; one pool must survive that.
const kept = globalThis as { assistchatDb?: { pool: Pool; client: PrismaClient } };

function connect(): { pool: Pool; client: PrismaClient } {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 16 });
  pool.on("error", () => {
    // An idle connection was cut; the next query opens a new one and reports if it cannot.
  });
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function connection() {
  kept.assistchatDb ??= connect();
  return kept.assistchatDb;
}

/** The database client; `db.$transaction` is reached through `transaction`. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get(connection().client, property),
});

/** Raw SQL on the same pool, for what Prisma has no words for. */
export function pool(): Pool {
  return connection().pool;
}

const afterCommitActs = new WeakMap<object, (() => void)[]>();

/** Runs `work` in one transaction and then, only if it committed, the acts registered by `afterCommit`. */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const acts: (() => void)[] = [];
  const result = await connection().client.$transaction(
    async (tx) => {
      afterCommitActs.set(tx, acts);
      return work(tx);
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
  for (const act of acts) act();
  return result;
}

/** Registers an act to be done once the transaction has committed; it is forgotten when the transaction fails. */
export function afterCommit(tx: Tx, act: () => void): void {
  const acts = afterCommitActs.get(tx);
  if (!acts) throw new Error("afterCommit needs a transaction opened by transaction()");
  acts.push(act);
}

/** Closes every connection; the process is about to end. */
export async function closeDb(): Promise<void> {
  const open = kept.assistchatDb;
  if (!open) return;
  kept.assistchatDb = undefined;
  await open.client.$disconnect();
  await open.pool.end();
}
