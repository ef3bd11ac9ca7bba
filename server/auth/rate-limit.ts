import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/server/lib/errors";

const limits = {
  /** Failed sign-ins to one account from one address. */
  login: { points: 8, duration: 10 * 60 },
  /** Failed sign-ins from one address, whatever the account. */
  "login-address": { points: 40, duration: 10 * 60 },
  "customer-session": { points: 60, duration: 60 },
  "customer-message": { points: 30, duration: 60 },
  "customer-call": { points: 10, duration: 60 },
  "demo-key": { points: 10, duration: 10 * 60 },
};

export type LimitName = keyof typeof limits;

const limiters = new Map(
  Object.entries(limits).map(([name, limit]) => [name, new RateLimiterMemory({ ...limit, keyPrefix: name })]),
);

function limiter(name: LimitName): RateLimiterMemory {
  const found = limiters.get(name);
  if (!found) throw new Error(`No limit is called ${name}`);
  return found;
}

/** Counts one act of `key` (an address, an account, a contact); throws `rate_limited` once there were too many. */
export async function rateLimit(name: LimitName, key: string | number): Promise<void> {
  try {
    await limiter(name).consume(String(key));
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw tooMany(rejection.msBeforeNext);
  }
}

/** Forgets what was counted for `key`. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(key);
}

function tooMany(msBeforeNext: number): AppError {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError(
    "rate_limited",
    "rate_limited",
    `Too many requests. Please try again in ${seconds} s.`,
    seconds,
  );
}
