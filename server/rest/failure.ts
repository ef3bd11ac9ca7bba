import type { Hook } from "@hono/zod-openapi";
import type { Context, Env } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { asAppError } from "@/server/lib/as-app-error";
import { AppError, type AppErrorCode } from "@/server/lib/errors";
import { logger } from "@/server/lib/logger";

const statuses: Record<AppErrorCode, ContentfulStatusCode> = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
};

/** Where other programs speak to us: clients written for an older hub read `detail`. */
const forPrograms = /^\/api\/(v1|bot)(\/|$)/;

/** What is wrong with one field of the input. */
type FieldProblem = { field: string; message: string };

/** The one shape of a refusal over REST. */
export function failure(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
  details?: FieldProblem[],
): Response {
  if (!forPrograms.test(c.req.path)) return c.json({ error: { code, message } }, status);
  return c.json({ error: { code, message, ...(details && { details }) }, detail: message }, status);
}

/** The one place where the domain's refusals become HTTP, and where surprises are written down. */
export function toFailure(error: Error, c: Context): Response {
  const refusal = asAppError(error);
  if (refusal) {
    if (!(error instanceof AppError))
      logger.warn({ err: error, path: c.req.path }, `the database refuses: ${refusal.reason}`);
    if (refusal.retryAfterSeconds) c.header("Retry-After", String(refusal.retryAfterSeconds));
    return failure(c, statuses[refusal.code], refusal.reason, refusal.message);
  }
  if (error instanceof HTTPException) {
    const unreadable = error.status === 400;
    return failure(
      c,
      error.status,
      unreadable ? "bad_json" : "refused",
      unreadable ? "The body is not valid JSON." : error.message,
    );
  }
  logger.error({ err: error, path: c.req.path }, "a request failed");
  return failure(c, 500, "internal", "Something went wrong on our side.");
}

/** Who sends three hundred wrong messages is told of the first ones. */
const mostProblems = 20;

/** Says in words which field of the input is wrong; give it to every router as `defaultHook`. */
export function refuseBadInput<E extends Env>(
  result: Parameters<Hook<unknown, E, string, unknown>>[0],
  c: Context<E>,
): Response | undefined {
  if (result.success) return undefined;
  const problems = result.error.issues
    .slice(0, mostProblems)
    .map(({ path, message }) => ({ field: path.join("."), message }));
  const { field = "", message = "The input is not valid." } = problems[0] ?? {};
  return failure(c, 400, "bad_input", field ? `${field}: ${message}` : message, problems);
}
