import { OpenAPIHono } from "@hono/zod-openapi";
import { checkHealth } from "@/server/domain/health/check-health";

/** Liveness and readiness; 503 only when the product cannot serve at all. */
export const healthRoutes = new OpenAPIHono().get("/", async (c) => {
  const report = await checkHealth();
  c.header("Cache-Control", "no-store");
  return c.json(report, report.status === "down" ? 503 : 200);
});
