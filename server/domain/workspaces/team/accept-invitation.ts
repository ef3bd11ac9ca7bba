import { recordAudit } from "@/server/domain/audit/record-audit";
import { invitationState } from "@/server/domain/workspaces/find-invitation";
import { hashToken } from "@/server/domain/workspaces/team/hash-token";
import type { AcceptResult } from "@/server/domain/workspaces/team/schema";
import type { AccountActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/**
 * The signed-in user enters the workspace with the invitation's role and looks at it from now on; the invitation is
 * spent. Who is a member already keeps their role and spends nothing. One with an address is for an account whose
 * proven e-mail it is.
 */
export async function acceptInvitation(
  actor: AccountActor,
  { token }: { token: string },
): Promise<AcceptResult> {
  const tokenHash = hashToken(token);
  const { userId, sessionId } = actor;
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from invitations where token_hash = ${tokenHash} for update`;
    const invitation = await tx.invitation.findUnique({ where: { tokenHash } });
    if (!invitation) return { ok: false, reason: "unknown" };
    const { workspaceId, role, email } = invitation;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    const member = await tx.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
    if (!member) {
      const state = invitationState(invitation);
      if (state !== "open") return { ok: false, reason: state };
      // Everybody who may use the demo is this account.
      if (user.isDemo) return { ok: false, reason: "demo_account" };
      if (email && email.toLowerCase() !== user.email.toLowerCase())
        return { ok: false, reason: "other_email" };
      if (email && !user.emailVerifiedAt) return { ok: false, reason: "email_not_verified" };
      const acceptedAt = clock.now();
      await tx.invitation.update({
        where: { id: invitation.id },
        data: { acceptedAt, acceptedByUserId: userId },
      });
      await tx.member.create({ data: { workspaceId, userId, role, createdAt: acceptedAt } });
      await recordAudit(
        tx,
        { kind: "member", workspaceId, userId, role, from: actor.from },
        { action: "member.joined", target: { id: userId, name: user.name }, details: { role } },
      );
    }
    await tx.userSession.updateMany({ where: { id: sessionId, userId }, data: { workspaceId } });
    return { ok: true, workspaceId };
  });
}
