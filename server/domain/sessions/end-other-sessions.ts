import { endSessions } from "@/server/domain/sessions/end-sessions";
import type { AccountActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Logs the user out everywhere but here. */
export async function endOtherSessions(actor: AccountActor): Promise<{ ok: true; ended: number }> {
  return transaction(async (tx) => ({
    ok: true,
    ended: await endSessions(tx, actor.userId, actor.sessionId),
  }));
}
