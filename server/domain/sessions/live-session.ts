import type { MemberRole } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** What a signed-in person sees of themselves. */
export type LiveSession = {
  user: { id: number; name: string; email: string; isDemo: boolean };
  workspace: { id: number; name: string };
  role: MemberRole;
};

/** `seenAt` is kept to the minute: a write a request would be too many. */
const seenEveryMs = 60_000;

/** The sign-in with this id, if it has not ended, with the user and their workspace; else null. */
export async function liveSession(sessionId: string, userId: number): Promise<LiveSession | null> {
  const now = clock.now();
  const session = await db.userSession.findFirst({
    where: { id: sessionId, userId, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    include: {
      user: {
        include: { memberships: { include: { workspace: true }, orderBy: { workspaceId: "asc" }, take: 1 } },
      },
    },
  });
  const member = session?.user.memberships[0];
  if (!session || !member) return null;
  if (now.getTime() - session.seenAt.getTime() > seenEveryMs) {
    await db.userSession.updateMany({ where: { id: sessionId }, data: { seenAt: now } });
  }
  const { id, name, email, isDemo } = session.user;
  return {
    user: { id, name, email, isDemo },
    workspace: { id: member.workspace.id, name: member.workspace.name },
    role: member.role,
  };
}
