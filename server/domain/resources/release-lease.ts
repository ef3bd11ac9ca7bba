import { db } from "@/server/lib/db";

/** Gives a resource free at once, so that another worker need not wait until the lease runs out. */
export async function releaseLease(holder: string, resourceId: number): Promise<void> {
  await db.resourceLease.deleteMany({ where: { resourceId, holder } });
}
