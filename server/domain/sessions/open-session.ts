import { recordAudit } from "@/server/domain/audit/record-audit";
import type { RequestOrigin } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** How long a sign-in lasts. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** Writes down a sign-in; its id goes into the cookie's JWT. */
export async function openSession(userId: number, from: RequestOrigin): Promise<string> {
  const now = clock.now();
  return transaction(async (tx) => {
    const { id } = await tx.userSession.create({
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
    const memberships = await tx.member.findMany({ where: { userId }, orderBy: { workspaceId: "asc" } });
    for (const { workspaceId, role } of memberships) {
      await recordAudit(
        tx,
        { kind: "member", workspaceId, userId, role, from },
        { action: "account.logged_in" },
      );
    }
    return id;
  });
}
