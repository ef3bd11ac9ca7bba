import type { AccountActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Ends one of the user's own sign-ins; ended before, or not theirs, nothing changes. */
export async function endOwnSession(actor: AccountActor, sessionId: string): Promise<{ ok: true }> {
  await db.userSession.updateMany({
    where: { id: sessionId, userId: actor.userId, revokedAt: null },
    data: { revokedAt: clock.now() },
  });
  return { ok: true };
}
