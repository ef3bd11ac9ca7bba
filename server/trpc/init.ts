import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { rateLimit } from "@/server/auth/rate-limit";
import { refuseCrossSite } from "@/server/auth/refuse-cross-site";
import { asAppError } from "@/server/lib/as-app-error";
import { AppError, type AppErrorCode } from "@/server/lib/errors";
import { logger } from "@/server/lib/logger";
import type { Context } from "@/server/trpc/context";

const codes: Record<AppErrorCode, TRPCError["code"]> = {
  bad_input: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  too_large: "PAYLOAD_TOO_LARGE",
  rate_limited: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** How event streams are held open. */
export const EVENT_STREAMS = {
  ping: { enabled: true, intervalMs: 15_000 },
  client: { reconnectAfterInactivityMs: 40_000 },
  // Proxies and browsers cut what lives for hours; the client resumes where it was.
  maxDurationMs: 30 * 60_000,
  emitAndEndImmediately: false,
};

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: EVENT_STREAMS,
  // What a page may know of a failure: a stable reason, words, and when to try again.
  errorFormatter({ shape, error }) {
    const cause = error.cause;
    const known = cause instanceof AppError ? cause : undefined;
    const zod = cause instanceof ZodError ? cause.issues[0] : undefined;
    const internal = error.code === "INTERNAL_SERVER_ERROR";
    const message =
      known?.message ??
      (zod
        ? `${zod.path.join(".")}: ${zod.message}`
        : internal
          ? "Something went wrong on our side."
          : shape.message);
    return {
      ...shape,
      message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        reason: known?.reason ?? (zod ? "bad_input" : internal ? "internal" : error.code.toLowerCase()),
        message,
        retryAfterSeconds: known?.retryAfterSeconds ?? null,
      },
    };
  },
});

/** The domain's refusals as tRPC's; surprises are written down. */
function toTrpcError(error: unknown, path: string): TRPCError {
  const cause = error instanceof TRPCError ? error.cause : error;
  const refusal = asAppError(cause);
  if (refusal) {
    if (!(cause instanceof AppError))
      logger.warn({ err: cause, path }, `the database refuses: ${refusal.reason}`);
    return new TRPCError({ code: codes[refusal.code], message: refusal.message, cause: refusal });
  }
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error;
  logger.error({ err: cause ?? error, path }, "a call failed");
  return error instanceof TRPCError ? error : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
}

/** A stream whose failure on the way is told like any other. */
async function* withTrpcErrors(stream: AsyncIterable<unknown>, path: string): AsyncGenerator<unknown> {
  try {
    yield* stream;
  } catch (error) {
    throw toTrpcError(error, path);
  }
}

// The one place where failures become tRPC's.
const guarded = t.procedure.use(async ({ next, path, type }) => {
  const result = await next();
  if (!result.ok) return { ...result, error: toTrpcError(result.error, path) };
  if (type !== "subscription") return result;
  return { ...result, data: withTrpcErrors(result.data as AsyncIterable<unknown>, path) };
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

// A query changes nothing, so only mutations ask where they come from.
const base = guarded.use(({ ctx, type, next }) => {
  if (type === "mutation") refuseCrossSite({ method: "POST", headers: ctx.headers });
  return next();
});

/** For anyone. */
export const publicProcedure = base;

const customerLimits = {
  query: "customer-look",
  mutation: "customer-act",
  subscription: "customer-stream",
} as const;

/** For a customer with a session's Bearer token, within the limits for all that one does; `ctx.actor` is the customer. */
export const customerProcedure = base.use(async ({ ctx, type, next }) => {
  const actor = await ctx.customer();
  await rateLimit(customerLimits[type], actor.contactId);
  return next({ ctx: { actor } });
});

/** For a signed-in member; `ctx.actor` is the member. */
export const memberProcedure = base.use(async ({ ctx, next }) =>
  next({ ctx: { actor: await ctx.member() } }),
);

/** For a signed-in user about their own account, in a workspace or not; `ctx.actor` is the account. */
export const accountProcedure = base.use(async ({ ctx, next }) =>
  next({ ctx: { actor: await ctx.account() } }),
);
