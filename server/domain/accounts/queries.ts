import type { OwnWorkspace } from "@/server/domain/accounts/schema";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The workspaces a user is in, by name. */
export async function listWorkspaces(actor: AccountActor): Promise<OwnWorkspace[]> {
  const members = await db.member.findMany({
    where: { userId: actor.userId },
    include: { workspace: { select: { name: true } } },
    orderBy: [{ workspace: { name: "asc" } }, { workspaceId: "asc" }],
  });
  return members.map(({ workspaceId, role, workspace }) => ({
    id: workspaceId,
    name: workspace.name,
    role,
    current: workspaceId === actor.workspaceId,
  }));
}
