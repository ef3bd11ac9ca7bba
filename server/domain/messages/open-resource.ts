import type { Resource } from "@/prisma/generated/client";
import { worldOf } from "@/server/domain/resources/world-of";
import { unseal } from "@/server/lib/crypto";
import type { World } from "@/server/providers/provider";
import { type AnyProvider, providerFor } from "@/server/providers/registry";

export type OpenedResource = { provider: AnyProvider; credentials: never; settings: never; world: World };

/** A resource's provider with the opened credentials and the outside world it talks to. */
export function openResource(resource: Resource): OpenedResource {
  const provider = providerFor(resource.provider);
  const secret: unknown = JSON.parse(unseal(resource.credentials, `${resource.workspaceId}:${resource.id}`));
  const settings: unknown = provider.settingsSchema.parse(resource.settings);
  return {
    provider,
    // The registry pairs each provider with the schemas that made these values.
    credentials: provider.credentialsSchema.parse(secret) as never,
    settings: settings as never,
    world: worldOf(provider, resource.world, settings),
  };
}
