import { OpenAPIHono } from "@hono/zod-openapi";
import { checkHealth } from "@/server/domain/health/check-health";
import { drain } from "@/server/lib/drain";

/** Liveness and readiness; 503 when the product cannot serve at all, and when this process is about to stop. */
export const healthRoutes = new OpenAPIHono().get("/", async (c) => {
  const report = await checkHealth();
  c.header("Cache-Control", "no-store");
  if (drain.hasBegun()) return c.json({ ...report, status: "down", draining: true }, 503);
  return c.json(report, report.status === "down" ? 503 : 200);
});
