import type { ClientBase } from "pg";

/**
 * Lets a connection's queries wait for one another, in the order they were asked for. Prisma reads several relations
 * of one transaction at the same time, which pg 8 queues with a warning and pg 9 will refuse.
 */
export function oneQueryAtATime(client: ClientBase): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (...args: unknown[]): unknown => {
    // The forms with a callback or a stream are the pool's own, and come one at a time.
    if (typeof args.at(-1) === "function" || isSubmittable(args[0])) return query(...args);
    const turn = last.then(() => query(...args));
    last = turn.catch(() => undefined);
    return turn;
  };
  client.query = inTurn as typeof client.query;
}

function isSubmittable(value: unknown): boolean {
  return typeof value === "object" && value !== null && "submit" in value;
}
