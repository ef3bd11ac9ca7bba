import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  type RateLimiterRes,
  RLWrapperTimeouts,
} from "rate-limiter-flexible";
import { env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import { openRedis } from "@/server/lib/open-redis";

const limits = {
  /** Failed sign-ins to one account from one address. */
  login: { points: 8, duration: 10 * 60 },
  /** Failed sign-ins from one address, whatever the account. */
  "login-address": { points: 40, duration: 10 * 60 },
  /** Failed sign-ins to one account from anywhere. */
  "login-account": { points: 50, duration: 30 * 60 },
  /** Wrong codes after the right password. */
  "second-factor": { points: 8, duration: 15 * 60 },
  /** Accounts made, and letters asked for, from one address. */
  register: { points: 20, duration: 60 * 60 },
  /** Letters that anybody may ask for, to one address. */
  letter: { points: 5, duration: 60 * 60 },
  /** Links of letters tried from one address. */
  "letter-token": { points: 30, duration: 10 * 60 },
  /** Setup codes tried from one address. */
  "setup-code": { points: 10, duration: 10 * 60 },
  /** Passwords and codes typed again by who is signed in. */
  "account-proof": { points: 10, duration: 10 * 60 },
  "customer-session": { points: 60, duration: 60 },
  "customer-message": { points: 30, duration: 60 },
  "customer-call": { points: 10, duration: 60 },
  "customer-upload": { points: 60, duration: 10 * 60 },
  "member-upload": { points: 200, duration: 10 * 60 },
  /** Answers and notes of a member. */
  "member-message": { points: 60, duration: 60 },
  /** Whatever a customer's page looks at, and clients without a stream: ten times a second and more is no person. */
  "customer-look": { points: 1200, duration: 60 },
  /** Whatever a customer's page changes, messages included. */
  "customer-act": { points: 240, duration: 60 },
  /** Event streams opened, which a page does anew after each break. */
  "customer-stream": { points: 120, duration: 60 },
  /** Endpoints tried for one workspace before they are kept. */
  "ai-probe": { points: 30, duration: 10 * 60 },
  /** Accounts of resources that one member has looked at live: tests, and forms that are tried or saved. */
  "resource-probe": { points: 30, duration: 10 * 60 },
  /** Requests by one API key. */
  "api-key": { points: 600, duration: 60 },
  /** Questions a member tries, each of which a model may answer. */
  "try-question": { points: 60, duration: 60 },
  /** QR codes by one address; a page that shows each change as it is typed asks often. */
  qr: { points: 240, duration: 60 },
  /** Codes of `/link` by one account of a channel. */
  "link-code": { points: 6, duration: 10 * 60 },
  /** Archives and lists that one member takes out. */
  export: { points: 20, duration: 10 * 60 },
  /** Meetings made by one member. */
  meeting: { points: 30, duration: 60 * 60 },
  /** Invitations by one member; each may be a letter. */
  invite: { points: 30, duration: 60 * 60 },
  "demo-key": { points: 10, duration: 10 * 60 },
};

export type LimitName = keyof typeof limits;

/** A request does not wait longer for Redis; milliseconds. */
const patienceMs = 500;

type Limiters = Map<string, RateLimiterAbstract>;

// Next loads this module once for each of its bundles; what was counted is one.
const kept = globalThis as { assistchatLimiters?: Limiters };

/** With REDIS_URL the counts hold over all web processes; without, or while Redis is away, each counts for itself. */
function makeLimiters(): Limiters {
  const storeClient = env.REDIS_URL ? openRedis(env.REDIS_URL, "rate limits").client : null;
  return new Map(
    Object.entries(limits).map(([name, limit]): [string, RateLimiterAbstract] => {
      const keyPrefix = `assistchat:limit:${name}`;
      const insuranceLimiter = new RateLimiterMemory({ ...limit, keyPrefix });
      if (!storeClient) return [name, insuranceLimiter];
      const limiter = new RateLimiterRedis({
        ...limit,
        keyPrefix,
        storeClient,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
      });
      return [name, new RLWrapperTimeouts({ limiter, insuranceLimiter, timeoutMs: patienceMs })];
    }),
  );
}

function limiter(name: LimitName): RateLimiterAbstract {
  kept.assistchatLimiters ??= makeLimiters();
  const found = kept.assistchatLimiters.get(name);
  if (!found) throw new Error(`No limit is called ${name}`);
  return found;
}

/** What is left of a limit: `limit` acts a window, `remaining` of them until it begins anew in `resetSeconds`. */
export type LimitState = { limit: number; remaining: number; resetSeconds: number };

/**
 * Counts one act of `key` (an address, an account, a contact) and tells what is left; throws `rate_limited` once there
 * were too many.
 */
export async function rateLimit(name: LimitName, key: string | number): Promise<LimitState> {
  try {
    const { remainingPoints, msBeforeNext } = await limiter(name).consume(String(key));
    return {
      limit: limits[name].points,
      remaining: remainingPoints,
      resetSeconds: Math.ceil(msBeforeNext / 1000),
    };
  } catch (rejection) {
    // Not by its class: the limiter may be of another of this process's bundles.
    if (rejection instanceof Error) throw rejection;
    throw tooMany((rejection as RateLimiterRes).msBeforeNext);
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
