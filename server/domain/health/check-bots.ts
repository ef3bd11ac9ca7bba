import type { HealthCheck } from "@/server/domain/health/schema";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Whether every active resource has a living listener; none connected is fine. */
export async function checkBots(): Promise<HealthCheck> {
  const resources = await db.resource.findMany({
    where: { state: { in: ["active", "error"] }, workspace: { botStoppedAt: null } },
    select: { state: true, lease: { select: { expiresAt: true } } },
  });
  if (resources.length === 0) return { status: "ok", detail: "No bot is connected." };
  const now = clock.now();
  const broken = resources.filter(({ state }) => state === "error").length;
  const deaf = resources.filter(
    ({ state, lease }) => state === "active" && !(lease && lease.expiresAt > now),
  ).length;
  if (broken + deaf === 0) return { status: "ok" };
  const told = [broken > 0 && `${broken} in error`, deaf > 0 && `${deaf} without a listener`].filter(Boolean);
  return { status: "degraded", detail: `Of ${resources.length} bots ${told.join(", ")}.` };
}
