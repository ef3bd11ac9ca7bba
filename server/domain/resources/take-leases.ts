import {
  type ConfigurationPrints,
  configurationPrints,
} from "@/server/domain/resources/configuration-prints";
import { db } from "@/server/lib/db";
import { listeningSlugs } from "@/server/providers/registry";

/** A lease lives so long without a heartbeat; milliseconds. */
export const leaseMs = 9000;

/** Takes every resource that should run and has no living listener; returns those this holder just got. */
export async function takeLeases(holder: string): Promise<ConfigurationPrints> {
  const taken = await db.$queryRaw<{ resource_id: number }[]>`
    insert into resource_leases (resource_id, holder, expires_at)
    select id, ${holder}::uuid, now() + make_interval(secs => ${leaseMs / 1000})
    from resources where state in ('active', 'error') and provider = any(${listeningSlugs})
      and not exists (select 1 from workspaces where id = workspace_id and bot_stopped_at is not null)
    on conflict (resource_id) do update set holder = excluded.holder, expires_at = excluded.expires_at
    where resource_leases.expires_at < now()
    returning resource_id`;
  return configurationPrints(taken.map(({ resource_id }) => resource_id));
}
