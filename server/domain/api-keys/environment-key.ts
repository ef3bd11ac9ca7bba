import type { ApiKey } from "@/prisma/generated/client";
import { hashApiKey } from "@/server/domain/api-keys/key-format";
import { API_SCOPES } from "@/server/domain/api-keys/schema";
import type { Tx } from "@/server/lib/db";

/** Stands in place of a visible prefix where the key is HUB_API_KEY's. */
export const ENVIRONMENT_PREFIX = "env";

/**
 * The row of HUB_API_KEY, by which the audit log names it: the environment workspace's own key with every scope but that
 * of approving. Null while there is no such workspace.
 */
export async function environmentKey(tx: Tx, key: string): Promise<ApiKey | null> {
  const workspace = await tx.workspace.findFirst({ where: { origin: "environment" }, select: { id: true } });
  if (!workspace) return null;
  const keyHash = hashApiKey(key);
  const scopes = API_SCOPES.filter((scope) => scope !== "approvals:decide");
  const ours = { workspaceId: workspace.id, prefix: ENVIRONMENT_PREFIX };
  const known = await tx.apiKey.findFirst({ where: ours });
  // Two first requests at once make one row.
  if (!known) await tx.$queryRaw`select 1 from workspaces where id = ${workspace.id} for no key update`;
  const found = known ?? (await tx.apiKey.findFirst({ where: ours }));
  if (!found) return tx.apiKey.create({ data: { ...ours, name: "HUB_API_KEY", keyHash, scopes } });
  const same = found.keyHash === keyHash && found.scopes.join() === scopes.join();
  return same ? found : tx.apiKey.update({ where: { id: found.id }, data: { keyHash, scopes } });
}
