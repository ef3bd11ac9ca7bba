import type { Tx } from "@/server/lib/db";
import { installationFact } from "./installation-fact";

/** DEMO=0: nobody signs in as a demo user and the demo's resources rest; everything stays stored. */
export async function switchDemoOff(tx: Tx): Promise<void> {
  const demo = await tx.workspace.findFirst({ where: { origin: "demo" }, select: { id: true } });
  if (!demo) return;
  const now = new Date();
  await tx.user.updateMany({ where: { isDemo: true, disabledAt: null }, data: { disabledAt: now } });
  await tx.userSession.updateMany({
    where: { user: { isDemo: true }, revokedAt: null },
    data: { revokedAt: now },
  });
  const running = { workspaceId: demo.id, state: { in: ["active" as const, "error" as const] } };
  const paused = await tx.resource.updateMany({ where: running, data: { state: "paused" } });
  if (paused.count > 0) await installationFact.write(tx, "demo_off", now.toISOString());
}
