import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { Prisma, PrismaClient } from "@/prisma/generated/client";
import { env } from "@/server/lib/env";
import { closeLocks } from "@/server/lib/one-at-a-time";
import { oneQueryAtATime } from "@/server/lib/one-query-at-a-time";
import { statementName } from "@/server/lib/statement-name";

/** A database transaction as use cases receive it. */
export type Tx = Prisma.TransactionClient;

type Acts = WeakMap<object, (() => void)[]>;

// Next's development server reloads modules, and the web's main program loads its own beside Next's bundles: they share
// one pool, and what is to be done after a commit.
const kept = globalThis as {
  assistchatDb?: { pool: Pool; client: PrismaClient };
  assistchatAfterCommit?: Acts;
};

function connect(): { pool: Pool; client: PrismaClient } {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 16 });
  pool.on("error", () => {
    // An idle connection was cut; the next query opens a new one and reports if it cannot.
  });
  pool.on("connect", (client) => {
    // The pool hears connections that are cut while they lie idle, a query hears its own; between two queries of a
    // transaction nobody would, and that ends the process.
    client.on("error", () => undefined);
    oneQueryAtATime(client);
  });
  return {
    pool,
    client: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }),
  };
}

function connection() {
  kept.assistchatDb ??= connect();
  return kept.assistchatDb;
}

/** The database client; `db.$transaction` is reached through `transaction`. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get(connection().client, property),
});

/** A piece of SQL with its values, of which `db.$queryRaw` puts a query together; `joinSql` joins such pieces. */
export type Sql = Prisma.Sql;
export const sql = Prisma.sql;
export const joinSql = Prisma.join;

/** Raw SQL on the same pool, for what Prisma has no words for. */
export function pool(): Pool {
  return connection().pool;
}

kept.assistchatAfterCommit ??= new WeakMap();
const afterCommitActs: Acts = kept.assistchatAfterCommit;

/** How often work that lost against another transaction is begun anew. */
const mostTries = 4;

/**
 * Runs `work` in one transaction and then, only if it committed, the acts registered by `afterCommit`. When Postgres
 * ends it to resolve a deadlock the work is done anew: it must touch nothing but the database.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactOnce(work);
    } catch (error) {
      if (!lostAgainstAnother(error) || attempt >= mostTries) throw error;
    }
  }
}

/**
 * A deadlock or write conflict has Prisma's code P2034, in raw queries P2010 with Postgres' own code in its text:
 * https://www.prisma.io/docs/orm/reference/error-reference.
 */
function lostAgainstAnother(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "P2034" || (error.code === "P2010" && /40P01|40001/.test(error.message));
}

async function transactOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
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
  await closeLocks();
  const open = kept.assistchatDb;
  if (!open) return;
  kept.assistchatDb = undefined;
  await open.client.$disconnect();
  await open.pool.end();
}
