import { z } from "zod";
import { may, PERMISSIONS, type Permission } from "@/server/domain/workspaces/policy";
import { assignableRoles } from "@/server/domain/workspaces/team/assignable-roles";
import { MEMBER_ROLES, type PendingInvitation, type TeamView } from "@/server/domain/workspaces/team/schema";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

const keepExpiredMs = 7 * 24 * 3600_000;

/** Everything the team's page shows to this member: people by role, then by name; what the member may do to each. */
export async function teamOf(actor: MemberActor): Promise<TeamView> {
  const { workspaceId, userId } = actor;
  const workspace = await db.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    include: {
      members: { include: { user: true, identities: { where: { provider: "telegram" } } } },
      resources: { where: { provider: "telegram", state: { not: "paused" } }, orderBy: { id: "asc" } },
    },
  });
  const manage = may(actor, "team.manage");
  const members = workspace.members
    .map((member) => {
      const roles = assignableRoles(actor, member.role);
      return {
        userId: member.userId,
        name: member.user.name,
        email: member.user.email,
        role: member.role,
        since: member.createdAt.toISOString(),
        isYou: member.userId === userId,
        telegram: member.identities[0] ? { name: member.identities[0].name } : null,
        roles,
        removable: roles.length > 0 && member.userId !== userId,
      };
    })
    .sort(
      (a, b) => MEMBER_ROLES.indexOf(a.role) - MEMBER_ROLES.indexOf(b.role) || a.name.localeCompare(b.name),
    );
  return {
    workspace: { name: workspace.name },
    me: { userId, role: actor.role },
    members,
    invitations: manage ? await openInvitations(workspaceId) : [],
    may: { manage, rename: may(actor, "workspace.rename"), transfer: may(actor, "workspace.transfer") },
    permissions: (Object.keys(PERMISSIONS) as Permission[]).map((permission) => ({
      permission,
      roles: PERMISSIONS[permission],
    })),
    linkBots: workspace.resources.flatMap(({ account }) => accountName(account) ?? []),
  };
}

/** Invitations that wait, and those that ran out lately, newest first. */
async function openInvitations(workspaceId: number): Promise<PendingInvitation[]> {
  const now = clock.now();
  const invitations = await db.invitation.findMany({
    where: {
      workspaceId,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date(now.getTime() - keepExpiredMs) },
    },
    orderBy: { id: "desc" },
    take: 100,
  });
  const inviters = await db.user.findMany({
    where: { id: { in: invitations.flatMap(({ createdByUserId }) => createdByUserId ?? []) } },
    select: { id: true, name: true },
  });
  return invitations.map(({ id, email, role, createdByUserId, expiresAt }) => ({
    id,
    email,
    role,
    invitedBy: inviters.find((user) => user.id === createdByUserId)?.name ?? null,
    expiresAt: expiresAt.toISOString(),
    expired: expiresAt <= now,
  }));
}

function accountName(account: unknown): string | null {
  return z.object({ username: z.string() }).safeParse(account).data?.username ?? null;
}
