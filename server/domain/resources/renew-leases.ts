import {
  type ConfigurationPrints,
  configurationPrints,
} from "@/server/domain/resources/configuration-prints";
import { leaseMs } from "@/server/domain/resources/take-leases";
import { db } from "@/server/lib/db";

/** The heartbeat: prolongs the holder's leases of resources that should still run; returns those it holds. */
export async function renewLeases(holder: string): Promise<ConfigurationPrints> {
  const renewed = await db.$queryRaw<{ resource_id: number }[]>`
    update resource_leases set expires_at = now() + make_interval(secs => ${leaseMs / 1000})
    from resources
    where resources.id = resource_id and holder = ${holder}::uuid and expires_at > now()
      and resources.state in ('active', 'error')
      and not exists (
        select 1 from workspaces where id = resources.workspace_id and bot_stopped_at is not null
      )
    returning resource_id`;
  return configurationPrints(renewed.map(({ resource_id }) => resource_id));
}
