import type { CreateWorkspaceInput } from "@/server/domain/accounts/schema";
import { createWorkspace } from "@/server/domain/workspaces/create-workspace";
import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** So many workspaces may one user own. */
const mostOwned = 20;

/** Makes a workspace of the user's own and has this sign-in look at it; the demo's shared account makes none. */
export async function addWorkspace(
  actor: AccountActor,
  { name }: CreateWorkspaceInput,
): Promise<{ ok: true; workspaceId: number } | { ok: false; reason: "demo_account" | "too_many" }> {
  return transaction(async (tx) => {
    // The lock makes two requests at once count one after the other.
    await tx.$queryRaw`select id from users where id = ${actor.userId} for update`;
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    if (user.isDemo) return { ok: false, reason: "demo_account" };
    const owned = await tx.member.count({ where: { userId: user.id, role: "owner" } });
    if (owned >= mostOwned) return { ok: false, reason: "too_many" };
    const settings = { name, locale: user.locale ?? "en", timeZone: user.timeZone };
    const workspaceId = await createWorkspace(tx, actor, settings);
    await tx.userSession.updateMany({
      where: { id: actor.sessionId, userId: user.id },
      data: { workspaceId },
    });
    return { ok: true, workspaceId };
  });
}
