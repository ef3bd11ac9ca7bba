import { recordAudit } from "@/server/domain/audit/record-audit";
import type { RequestOrigin } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/**
 * Makes a user who knows the setup code the owner of the environment's workspace, unless somebody who confirmed their
 * address is in it; an owner who never did gives way. False when there is nothing to take over.
 */
export async function claimEnvironmentWorkspace(
  tx: Tx,
  userId: number,
  from: RequestOrigin,
): Promise<boolean> {
  const [workspace] = await tx.$queryRaw<{ id: number; name: string }[]>`
    select id, name from workspaces where origin = 'environment' for update`;
  if (!workspace) return false;
  const { id: workspaceId, name } = workspace;
  const settled = await tx.member.count({
    where: { workspaceId, user: { emailVerifiedAt: { not: null } } },
  });
  if (settled > 0) return false;
  await tx.member.deleteMany({ where: { workspaceId } });
  await tx.member.create({ data: { workspaceId, userId, role: "owner" } });
  await recordAudit(
    tx,
    { kind: "member", workspaceId, userId, role: "owner", from },
    { action: "workspace.claimed", target: { id: workspaceId, name } },
  );
  return true;
}
