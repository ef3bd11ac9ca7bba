import type { OwnWorkspace, ProfileView, SecurityView } from "@/server/domain/accounts/schema";
import { readUserAgent } from "@/server/domain/sessions/read-user-agent";
import { timeZones } from "@/server/domain/workspaces/time-zones";
import type { AccountActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";

/** The workspaces a user is in, by name. */
export async function listWorkspaces(actor: AccountActor): Promise<OwnWorkspace[]> {
  const members = await db.member.findMany({
    where: { userId: actor.userId },
    include: { workspace: { select: { name: true } } },
    orderBy: [{ workspace: { name: "asc" } }, { workspaceId: "asc" }],
  });
  return members.map(({ workspaceId, role, workspace }) => ({
    id: workspaceId,
    name: workspace.name,
    role,
    current: workspaceId === actor.workspaceId,
  }));
}

/** What a user may change about themselves, and the zones to choose from. */
export async function profileOf(actor: AccountActor): Promise<ProfileView> {
  const { name, email, locale, timeZone, theme } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
  });
  return {
    name,
    email,
    locale,
    timeZone,
    theme: theme === "light" || theme === "dark" ? theme : null,
    timeZones: timeZones(),
  };
}

/** How the user's account is protected, with their live sign-ins, the current one first. */
export async function securityOf(actor: AccountActor): Promise<SecurityView> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    include: {
      identities: { select: { email: true }, take: 1 },
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: clock.now() } },
        orderBy: { seenAt: "desc" },
        take: 50,
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  const sessions = user.sessions.map((session) => ({
    id: session.id,
    ...readUserAgent(session.userAgent),
    ip: session.ip,
    createdAt: session.createdAt.toISOString(),
    seenAt: session.seenAt.toISOString(),
    current: session.id === actor.sessionId,
  }));
  return {
    email: user.email,
    isDemo: user.isDemo,
    hasPassword: user.passwordHash !== null,
    totp: user.totpEnabledAt && {
      enabledAt: user.totpEnabledAt.toISOString(),
      recoveryCodesLeft: user._count.recoveryCodes,
    },
    google: { available: env.GOOGLE_CLIENT_ID !== undefined, email: user.identities[0]?.email ?? null },
    sessions: sessions.toSorted((a, b) => Number(b.current) - Number(a.current)),
  };
}
