import { setTimeout as sleep } from "node:timers/promises";

const windowMs = 60_000;

/** What a listener may ask for, so that what people are sent keeps the rest of KChat's limit. */
export class RequestBudget {
  private taken: number[] = [];

  constructor(private readonly perMinute: number) {}

  /** How many requests may be made at once. */
  left(): number {
    const since = Date.now() - windowMs;
    this.taken = this.taken.filter((at) => at > since);
    return this.perMinute - this.taken.length;
  }

  /** Waits until a request may be made, and counts it. Throws when `signal` aborts. */
  async take(signal: AbortSignal): Promise<void> {
    while (this.left() <= 0) {
      const [oldest = Date.now()] = this.taken;
      await sleep(Math.max(oldest + windowMs - Date.now(), 10), undefined, { signal });
    }
    this.taken.push(Date.now());
  }
}
