import { leaseMs } from "@/server/domain/resources/take-leases";
import { db } from "@/server/lib/db";

/** The heartbeat: prolongs the holder's leases of resources that should still run; returns which they are. */
export async function renewLeases(holder: string): Promise<number[]> {
  const renewed = await db.$queryRaw<{ resource_id: number }[]>`
    update resource_leases set expires_at = now() + make_interval(secs => ${leaseMs / 1000})
    from resources
    where resources.id = resource_id and holder = ${holder}::uuid and expires_at > now()
      and resources.state in ('active', 'error')
    returning resource_id`;
  return renewed.map(({ resource_id }) => resource_id);
}
