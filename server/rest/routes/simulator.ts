import { OpenAPIHono } from "@hono/zod-openapi";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { isCrossSite } from "@/server/auth/is-cross-site";
import { env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import { logger } from "@/server/lib/logger";

const prefix = "/api/simulator";

/** The simulator's control API for the page /simulator, passed through as it is, streams too; the demo's gate guards it. */
export const simulatorRoutes = new OpenAPIHono().all("/*", async (c) => {
  const request = c.req.raw;
  if (!demoAllowed(request.headers)) {
    throw new AppError(
      "forbidden",
      "demo_only",
      "The simulator answers on this machine, or with the key from the console.",
    );
  }
  // Another site's page must not play in our simulator through its visitor's browser.
  if (isCrossSite(request.headers)) {
    throw new AppError("forbidden", "cross_site", "The simulator answers its own page only.");
  }
  const { pathname, search } = new URL(request.url);
  const target = `http://127.0.0.1:${env.SIMULATOR_PORT}/control${pathname.slice(prefix.length)}${search}`;
  const withBody = request.method !== "GET" && request.method !== "HEAD";
  const contentType = request.headers.get("content-type");
  const answer = await fetch(target, {
    method: request.method,
    headers: contentType ? { "content-type": contentType } : {},
    body: withBody ? await request.arrayBuffer() : undefined,
    signal: request.signal,
  }).catch((error: unknown) => {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    logger.warn({ err: error }, "the simulator does not answer");
    throw new AppError(
      "unavailable",
      "simulator_down",
      "The simulator is not running; start it with npm start.",
    );
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      "Content-Type": answer.headers.get("content-type") ?? "application/octet-stream",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
});
