import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Ends every sign-in of a user but `except`; returns how many. */
export async function endSessions(tx: Tx, userId: number, except: string | null): Promise<number> {
  const { count } = await tx.userSession.updateMany({
    where: { userId, revokedAt: null, ...(except && { id: { not: except } }) },
    data: { revokedAt: clock.now() },
  });
  return count;
}
