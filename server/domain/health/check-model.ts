import type { HealthCheck } from "@/server/domain/health/schema";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";

/** Whether answers can be written as configured; no model is fine, the assistant then quotes the knowledge base. */
export async function checkModel(): Promise<HealthCheck> {
  if (!env.OPENAI_API_BASE && !env.OPENAI_API_KEY) {
    return { status: "ok", detail: "No model is configured; answers quote the knowledge base." };
  }
  const trouble = await db.alert.findFirst({ where: { code: { startsWith: "model" }, resolvedAt: null } });
  return trouble
    ? { status: "degraded", detail: "The model fails; answers quote the knowledge base." }
    : { status: "ok" };
}
