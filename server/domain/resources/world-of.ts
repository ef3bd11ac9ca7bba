import type { ResourceWorld } from "@/prisma/generated/client";
import { env } from "@/server/lib/env";
import type { World } from "@/server/providers/provider";
import type { AnyProvider } from "@/server/providers/registry";

/** The outside world that a resource of this provider with these settings talks to. */
export function worldOf({ apiRoots }: AnyProvider, world: ResourceWorld, settings: unknown): World {
  // Parsed by the same provider's schema.
  const override = apiRoots.override?.(settings as never);
  if (override) return override;
  const standIn =
    world === "simulator" ? apiRoots.simulator?.(`http://127.0.0.1:${env.SIMULATOR_PORT}`) : undefined;
  return { apiRoot: standIn ?? apiRoots.service };
}
