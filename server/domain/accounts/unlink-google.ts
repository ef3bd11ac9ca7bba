import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Takes the user's Google account away as a way in; refused when they have no password to log in with. */
export async function unlinkGoogle(
  actor: AccountActor,
): Promise<{ ok: true } | { ok: false; reason: "no_password" }> {
  return transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    if (!user.passwordHash) return { ok: false, reason: "no_password" };
    await tx.userIdentity.deleteMany({ where: { userId: user.id } });
    return { ok: true };
  });
}
