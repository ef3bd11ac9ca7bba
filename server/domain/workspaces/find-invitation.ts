import type { Invitation } from "@/prisma/generated/client";
import { hashToken } from "@/server/domain/workspaces/team/hash-token";
import type { InvitationView } from "@/server/domain/workspaces/team/schema";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** What an invitation's link offers, and whether it still holds; null for a link that never was. Spends nothing. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { workspace: { select: { id: true, name: true } } },
  });
  if (!invitation) return null;
  const inviter = invitation.createdByUserId
    ? await db.user.findUnique({ where: { id: invitation.createdByUserId }, select: { name: true } })
    : null;
  return {
    workspaceId: invitation.workspace.id,
    workspaceName: invitation.workspace.name,
    role: invitation.role,
    email: invitation.email,
    invitedBy: inviter?.name ?? null,
    expiresAt: invitation.expiresAt.toISOString(),
    state: invitationState(invitation),
  };
}

/** Whether an invitation may still be accepted, and why not. */
export function invitationState({
  acceptedAt,
  revokedAt,
  expiresAt,
}: Pick<Invitation, "acceptedAt" | "revokedAt" | "expiresAt">): InvitationView["state"] {
  if (acceptedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt <= clock.now() ? "expired" : "open";
}
