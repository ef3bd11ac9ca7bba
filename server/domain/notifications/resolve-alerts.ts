import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** What the alerts of these codes told of is over. */
export async function resolveAlerts(workspaceId: number, codes: string[]): Promise<void> {
  await db.alert.updateMany({
    where: { workspaceId, code: { in: codes }, resolvedAt: null },
    data: { resolvedAt: clock.now() },
  });
}
