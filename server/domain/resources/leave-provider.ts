import type { Resource } from "@/prisma/generated/client";
import { openResource } from "@/server/domain/messages/open-resource";
import { webhookAddress } from "@/server/domain/resources/webhook-address";
import { logger } from "@/server/lib/logger";

/**
 * Asks the provider of a resource that goes to bring us nothing more. Tried once, for some seconds: a provider that is
 * away, or credentials that cannot be opened, hold nobody up.
 */
export async function leaveProvider(resource: Resource): Promise<void> {
  const { id: resourceId } = resource;
  try {
    const { provider, credentials, world } = openResource(resource);
    const left = await provider.webhook?.leave(credentials, world, webhookAddress(provider.slug, resourceId));
    if (left && !left.ok)
      logger.warn(
        { resourceId, detail: left.detail },
        "a provider may go on bringing updates of what is removed",
      );
  } catch (error) {
    logger.warn({ resourceId, err: error }, "a provider could not be told that a resource is removed");
  }
}
