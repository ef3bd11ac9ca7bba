import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
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

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
    // Proxies and browsers cut what lives for hours; the client resumes where it was.
    maxDurationMs: 30 * 60_000,
    emitAndEndImmediately: false,
  },
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

// The one place where the domain's refusals become tRPC's, and where surprises are written down.
const base = t.procedure.use(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const cause = result.error.cause;
  if (cause instanceof AppError) {
    return { ...result, error: new TRPCError({ code: codes[cause.code], message: cause.message, cause }) };
  }
  if (result.error.code === "INTERNAL_SERVER_ERROR")
    logger.error({ err: cause ?? result.error, path }, "a call failed");
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** For anyone. */
export const publicProcedure = base;

/** For a customer with a session's Bearer token; `ctx.actor` is the customer. */
export const customerProcedure = base.use(async ({ ctx, next }) =>
  next({ ctx: { actor: await ctx.customer() } }),
);

/** For a signed-in member; `ctx.actor` is the member. */
export const memberProcedure = base.use(async ({ ctx, next }) =>
  next({ ctx: { actor: await ctx.member() } }),
);
