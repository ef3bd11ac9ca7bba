import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** How long a sign-in lasts. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Writes down a sign-in; its id goes into the cookie's JWT. */
export async function openSession(
  userId: number,
  from: { ip: string; userAgent: string | null },
): Promise<string> {
  const now = clock.now();
  const { id } = await db.userSession.create({
    data: {
      userId,
      ip: from.ip,
      userAgent: from.userAgent?.slice(0, 300),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
    },
    select: { id: true },
  });
  return id;
}
