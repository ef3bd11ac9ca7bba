import { db } from "@/server/lib/db";

/** A lease lives so long without a heartbeat; milliseconds. */
export const leaseMs = 9000;

/** What a resource's listener works by; see renewLeases. */
export type Held = Map<number, string>;

/** Takes every resource that should run and has no living listener; returns those this holder just got. */
export async function takeLeases(holder: string): Promise<Held> {
  const taken = await db.$queryRaw<{ resource_id: number; configuration: string }[]>`
    with taken as (insert into resource_leases (resource_id, holder, expires_at)
    select id, ${holder}::uuid, now() + make_interval(secs => ${leaseMs / 1000})
    from resources where state in ('active', 'error')
    on conflict (resource_id) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where resource_leases.expires_at < now()
    returning resource_id)
    select resource_id, md5(concat_ws(' ', settings, credentials, world)) as configuration
    from taken join resources on id = resource_id`;
  return new Map(taken.map(({ resource_id, configuration }) => [resource_id, configuration]));
}
