import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Notes that the listener just heard from the provider. */
export async function markPolled(holder: string, resourceId: number): Promise<void> {
  await db.resourceLease.updateMany({ where: { resourceId, holder }, data: { polledAt: clock.now() } });
}
