import type { Preferences } from "@/server/domain/sessions/live-session";
import type { MemberRole } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** A signed-in person and the workspace they look at; they may be in none yet. */
export type LiveAccount = {
  sessionId: string;
  user: { id: number; name: string; email: string; isDemo: boolean; preferences: Preferences };
  member: { workspace: { id: number; name: string }; role: MemberRole } | null;
};

/** `seenAt` is kept to the minute: a write a request would be too many. */
const seenEveryMs = 60_000;

/**
 * The sign-in with this id, if it has not ended, with the user and the workspace chosen by `switchWorkspace` while they
 * are still in it, else their first; null when it has ended.
 */
export async function liveAccount(sessionId: string, userId: number): Promise<LiveAccount | null> {
  const now = clock.now();
  const session = await db.userSession.findFirst({
    where: { id: sessionId, userId, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } },
    include: {
      user: { include: { memberships: { include: { workspace: true }, orderBy: { workspaceId: "asc" } } } },
    },
  });
  if (!session) return null;
  if (now.getTime() - session.seenAt.getTime() > seenEveryMs) {
    await db.userSession.updateMany({ where: { id: sessionId }, data: { seenAt: now } });
  }
  const { id, name, email, isDemo, locale, timeZone, theme, memberships } = session.user;
  const chosen = memberships.find(({ workspaceId }) => workspaceId === session.workspaceId) ?? memberships[0];
  return {
    sessionId,
    user: { id, name, email, isDemo, preferences: { locale, timeZone, theme } },
    member: chosen
      ? { workspace: { id: chosen.workspace.id, name: chosen.workspace.name }, role: chosen.role }
      : null,
  };
}
