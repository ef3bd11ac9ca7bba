import { Client } from "pg";
import { env } from "@/server/lib/env";
import { oneQueryAtATime } from "@/server/lib/one-query-at-a-time";

/** Any number that nothing else locks by. */
const lockClass = 5_023_117;

/** What runs in this process. */
const running = new Set<string>();
let keeper: Promise<Client> | undefined;

/**
 * Runs `work` unless work of the same key runs already, here or in another process; returns whether it ran. The lock
 * lies with a connection of this process's own, so that it ends with the process.
 */
export async function oneAtATime(key: string, work: () => Promise<void>): Promise<boolean> {
  if (running.has(key)) return false;
  running.add(key);
  try {
    const client = await lockKeeper();
    const { rows } = await client.query<{ got: boolean }>({
      name: "lock",
      text: "select pg_try_advisory_lock($1, hashtext($2)) as got",
      values: [lockClass, key],
    });
    if (!rows[0]?.got) return false;
    try {
      await work();
    } finally {
      // A connection that is gone has let go of it.
      await client
        .query({
          name: "unlock",
          text: "select pg_advisory_unlock($1, hashtext($2))",
          values: [lockClass, key],
        })
        .catch(() => undefined);
    }
    return true;
  } finally {
    running.delete(key);
  }
}

/** Ends the connection that holds the locks; the process is about to end. */
export async function closeLocks(): Promise<void> {
  const open = keeper;
  keeper = undefined;
  await (await open?.catch(() => undefined))?.end();
}

function lockKeeper(): Promise<Client> {
  if (keeper) return keeper;
  const client = new Client({ connectionString: env.DATABASE_URL, keepAlive: true });
  oneQueryAtATime(client);
  const opened = client.connect().then(() => client);
  const gone = () => {
    if (keeper === opened) keeper = undefined;
  };
  client.on("error", gone);
  client.on("end", gone);
  opened.catch(gone);
  keeper = opened;
  return opened;
}
