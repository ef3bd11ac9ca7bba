import type { ResourceWorld } from "@/prisma/generated/client";
import { accountKey } from "@/server/domain/resources/account-key";
import { seal, unseal } from "@/server/lib/crypto";
import type { Tx } from "@/server/lib/db";

/**
 * `accountId` is the provider's own id of the account; while only a live look can tell it, anything that stands for it.
 * `settings` are laid over the stored ones; `wake` starts the resource also when it was paused. `resourceId`: the
 * resource that held the account before, whatever it was called by.
 */
export type WantedResource = {
  workspaceId: number;
  provider: string;
  name: string;
  world: ResourceWorld;
  accountId: string;
  credentials: object;
  settings: object;
  account?: { id?: string; username?: string; name: string };
  wake: boolean;
  resourceId?: number;
};

/**
 * Makes the workspace hold this account, one resource per account whatever its credentials; a start is a new try for one
 * in `error`. Refused when another workspace holds the account.
 */
export async function ensureResource(
  tx: Tx,
  wanted: WantedResource,
): Promise<{ ok: true; resourceId: number } | { ok: false; reason: "connected_elsewhere" }> {
  const { workspaceId, provider, world } = wanted;
  const key = accountKey(wanted.accountId);
  const before = wanted.resourceId
    ? await tx.resource.findFirst({ where: { id: wanted.resourceId, workspaceId, provider } })
    : null;
  const where = { provider_world_accountKey: { provider, world, accountKey: key } };
  const found = before ?? (await tx.resource.findUnique({ where }));
  if (found && found.workspaceId !== workspaceId) return { ok: false, reason: "connected_elsewhere" };
  const resource =
    found ??
    (await tx.resource.create({
      data: {
        workspaceId,
        provider,
        name: wanted.name,
        world,
        state: "active",
        credentials: "",
        accountKey: key,
        account: { id: wanted.accountId, ...wanted.account },
      },
    }));
  const boundTo = `${workspaceId}:${resource.id}`;
  const credentials = JSON.stringify(wanted.credentials);
  const known = resource.credentials !== "" && unseal(resource.credentials, boundTo) === credentials;
  const runs = wanted.wake || resource.state === "error";
  await tx.resource.update({
    where: { id: resource.id },
    data: {
      ...(!known && { credentials: seal(credentials, boundTo) }),
      ...(runs && { state: "active", errorCode: null, errorDetail: null }),
      settings: { ...(resource.settings as object), ...wanted.settings },
    },
  });
  return { ok: true, resourceId: resource.id };
}
