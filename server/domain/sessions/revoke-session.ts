import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Ends a sign-in: its cookie proves nothing from now on. Ended before, nothing changes. */
export async function revokeSession(sessionId: string): Promise<void> {
  await db.userSession.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: clock.now() },
  });
}
