import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Has this sign-in look at another of the user's workspaces from its next request on. */
export async function switchWorkspace(
  actor: AccountActor,
  workspaceId: number,
): Promise<{ ok: true } | { ok: false; reason: "not_a_member" }> {
  return transaction(async (tx) => {
    const member = await tx.member.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: actor.userId } },
      select: { workspaceId: true },
    });
    if (!member) return { ok: false, reason: "not_a_member" };
    await tx.userSession.updateMany({
      where: { id: actor.sessionId, userId: actor.userId },
      data: { workspaceId },
    });
    return { ok: true };
  });
}
