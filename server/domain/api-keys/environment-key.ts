import type { ApiKey } from "@/prisma/generated/client";
import { API_SCOPES, type ApiScope } from "@/server/domain/api-keys/schema";
import { recordAudit } from "@/server/domain/audit/record-audit";
import type { Tx } from "@/server/lib/db";

/** Stands in place of a visible prefix where the key is HUB_API_KEY's. */
export const ENVIRONMENT_PREFIX = "env";

const name = "HUB_API_KEY";

/** What the environment says of its key: the SHA-256 of HUB_API_KEY, and HUB_API_KEY_MAY_APPROVE. */
export type EnvironmentKey = { keyHash: string; mayApprove: boolean };

/**
 * The row of HUB_API_KEY, by which the audit log names it: the environment workspace's own key with every scope but that
 * of approving, which HUB_API_KEY_MAY_APPROVE adds; that it may, or no longer may, is audited. Null while there is no
 * such workspace.
 */
export async function environmentKey(
  tx: Tx,
  { keyHash, mayApprove }: EnvironmentKey,
): Promise<ApiKey | null> {
  const workspace = await tx.workspace.findFirst({ where: { origin: "environment" }, select: { id: true } });
  if (!workspace) return null;
  const scopes = API_SCOPES.filter((scope) => scope !== "approvals:decide" || mayApprove);
  const ours = { workspaceId: workspace.id, prefix: ENVIRONMENT_PREFIX };
  const known = await tx.apiKey.findFirst({ where: ours });
  if (known && isAsTold(known, keyHash, scopes)) return known;
  // Two first requests at once make one row, and one line in the audit log.
  await tx.$queryRaw`select 1 from workspaces where id = ${workspace.id} for no key update`;
  const found = await tx.apiKey.findFirst({ where: ours });
  if (found && isAsTold(found, keyHash, scopes)) return found;
  const key = found
    ? await tx.apiKey.update({ where: { id: found.id }, data: { keyHash, scopes } })
    : await tx.apiKey.create({ data: { ...ours, name, keyHash, scopes } });
  if (mayApprove !== (found?.scopes.includes("approvals:decide") ?? false))
    await recordAudit(
      tx,
      { kind: "system", workspaceId: workspace.id },
      { action: "api_key.changed", target: { id: key.id, name }, details: { mayApprove } },
    );
  return key;
}

function isAsTold(key: ApiKey, keyHash: string, scopes: ApiScope[]): boolean {
  return key.keyHash === keyHash && key.scopes.join() === scopes.join();
}
