import { setTimeout as sleep } from "node:timers/promises";

/** Does the work and answers no sooner than after so many milliseconds, so that its length tells nothing. */
export async function takeAtLeast<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), sleep(milliseconds)]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
