import { openResource } from "@/server/domain/messages/open-resource";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { storableJson } from "@/server/domain/resources/storable-json";
import { db } from "@/server/lib/db";

export type WebhookRequest = { provider: string; resourceId: number; headers: Headers; body: unknown };

/**
 * Takes in what a provider brings to the address of a resource, stored before it is acknowledged, as polling does. Also
 * while the resource polls: what was on its way when it was switched must not be lost. `not_now`: the resource is
 * paused or the workspace's bot stopped, and the provider keeps the update until it runs again.
 */
export async function receiveWebhook(
  request: WebhookRequest,
): Promise<"stored" | "unknown" | "forbidden" | "unreadable" | "not_now"> {
  const resource = await db.resource.findUnique({
    where: { id: request.resourceId },
    include: { workspace: { select: { botStoppedAt: true } } },
  });
  if (resource?.provider !== request.provider) return "unknown";
  const { provider, credentials } = openResource(resource);
  if (!provider.webhook) return "unknown";
  if (!provider.webhook.isAuthentic(credentials, request.headers)) return "forbidden";
  const updates = provider.webhook.read(request.body);
  if (!updates?.every(({ payload }) => storableJson(payload))) return "unreadable";
  const runs = resource.state === "active" || resource.state === "error";
  if (!runs || resource.workspace.botStoppedAt) return "not_now";
  await receiveUpdates(resource.id, updates);
  return "stored";
}
