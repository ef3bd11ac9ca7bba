import type { Workspace } from "@/prisma/generated/client";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Locks the workspace until the transaction ends, so that changes of its team come one after another, and reads who the
 * actor is by now: a request that began before a demotion has the new role. Throws `forbidden` (`not_member`).
 */
export async function lockTeam(
  tx: Tx,
  actor: MemberActor,
): Promise<{ workspace: Workspace; me: { userId: number; role: MemberRole; name: string } }> {
  await tx.$queryRaw`select 1 from workspaces where id = ${actor.workspaceId} for no key update`;
  const member = await tx.member.findUnique({
    where: { workspaceId_userId: { workspaceId: actor.workspaceId, userId: actor.userId } },
    include: { workspace: true, user: { select: { name: true } } },
  });
  if (!member) throw new AppError("forbidden", "not_member", "You are no longer a member of this workspace.");
  const { workspace, user, role, userId } = member;
  return { workspace, me: { userId, role, name: user.name } };
}
