import type { HeldPostgres } from "../postgres/acquire-postgres";

const lookEveryMs = 2_000;

/** Starts the embedded database again whenever it has died; returns how to end that, after which it is left alone. */
export function keepDatabase(database: HeldPostgres, say: (line: string) => void): () => Promise<void> {
  let looking = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    looking = database
      .revive()
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        busy = false;
      });
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
