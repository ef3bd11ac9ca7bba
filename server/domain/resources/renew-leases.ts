import { type Held, leaseMs } from "@/server/domain/resources/take-leases";
import { db } from "@/server/lib/db";

/**
 * The heartbeat: prolongs the holder's leases of resources that should still run. Returns which they are, each with a
 * print of what its listener works by: another print asks for another listener.
 */
export async function renewLeases(holder: string): Promise<Held> {
  const renewed = await db.$queryRaw<{ resource_id: number; configuration: string }[]>`
    update resource_leases set expires_at = now() + make_interval(secs => ${leaseMs / 1000})
    from resources
    where resources.id = resource_id and holder = ${holder}::uuid and expires_at > now()
      and resources.state in ('active', 'error')
    returning resource_id,
      md5(concat_ws(' ', resources.settings, resources.credentials, resources.world)) as configuration`;
  return new Map(renewed.map(({ resource_id, configuration }) => [resource_id, configuration]));
}
