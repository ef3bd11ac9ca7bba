import { createHash } from "node:crypto";
import type { ResourceWorld } from "@/prisma/generated/client";
import { seal, unseal } from "@/server/lib/crypto";
import type { Tx } from "@/server/lib/db";

/** `settings` are laid over the stored ones; `wake` starts the resource also when it was paused. */
export type WantedTelegramResource = {
  workspaceId: number;
  name: string;
  world: ResourceWorld;
  token: string;
  settings: { managerGroupIds?: string[]; adminIds?: string[] };
  account?: { username: string; name: string };
  wake: boolean;
};

/**
 * Makes the workspace hold the bot of this token, one resource per bot whatever its token; a start is a new try for
 * one in `error`. Refused when another workspace holds the bot.
 */
export async function ensureTelegramResource(
  tx: Tx,
  wanted: WantedTelegramResource,
): Promise<{ ok: true; resourceId: number } | { ok: false; reason: "connected_elsewhere" }> {
  const { workspaceId, world, token } = wanted;
  const botId = token.split(":")[0] ?? "";
  const accountKey = createHash("sha256").update(botId).digest("hex");
  const where = { provider_world_accountKey: { provider: "telegram", world, accountKey } };
  const found = await tx.resource.findUnique({ where });
  if (found && found.workspaceId !== workspaceId) return { ok: false, reason: "connected_elsewhere" };
  const resource =
    found ??
    (await tx.resource.create({
      data: {
        workspaceId,
        provider: "telegram",
        name: wanted.name,
        world,
        state: "active",
        credentials: "",
        accountKey,
        account: { id: botId, ...wanted.account },
      },
    }));
  const boundTo = `${workspaceId}:${resource.id}`;
  const credentials = JSON.stringify({ token });
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
