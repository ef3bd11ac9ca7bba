import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Ends the invitations that a member gave out who may no longer invite. */
export async function revokeInvitationsOf(tx: Tx, workspaceId: number, userId: number): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId, createdByUserId: userId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: clock.now() },
  });
}
