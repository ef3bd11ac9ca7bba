import type { Prisma } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** A letter's link is good for a day, and can be asked for again: who has not come within a month comes anew. */
const keepMs = 30 * 24 * 3600_000;
/** The rest goes with the next sweep. */
const mostAtOnce = 500;

/** Made by registering, and nobody ever did anything in it. */
const untouched = {
  origin: "registered",
  auditEntries: { none: { action: { not: "workspace.created" } } },
  resources: { none: {} },
  contacts: { none: {} },
  sources: { none: {} },
  files: { none: {} },
  invitations: { none: {} },
  apiKeys: { none: {} },
  imports: { none: {} },
  hubMessages: { none: {} },
  aiSettings: null,
} satisfies Prisma.WorkspaceWhereInput;

/**
 * Removes accounts whose address nobody confirmed within a month, with the empty workspace that was made for each. Who
 * ever logged in, is in a workspace that others or anything are in, took over the environment's, or has a letter on its
 * way stays; so does a disabled account, which keeps its address from being used again.
 */
export async function sweepUnconfirmed(): Promise<void> {
  const now = clock.now();
  const where: Prisma.UserWhereInput = {
    emailVerifiedAt: null,
    isDemo: false,
    disabledAt: null,
    createdAt: { lt: new Date(now.getTime() - keepMs) },
    sessions: { none: {} },
    identities: { none: {} },
    tokens: { none: { usedAt: null, expiresAt: { gt: now } } },
    memberships: { every: { role: "owner", workspace: untouched } },
  };
  const found = await db.user.findMany({ where, select: { id: true }, take: mostAtOnce });
  let removed = 0;
  for (const { id } of found) if (await removeUser(id, where)) removed += 1;
  if (removed > 0) logger.info({ removed }, "accounts that nobody confirmed were removed");
}

async function removeUser(id: number, where: Prisma.UserWhereInput): Promise<boolean> {
  return transaction(async (tx) => {
    // Locked, so that no letter is written to it meanwhile.
    await tx.$queryRaw`select id from users where id = ${id} for update`;
    const user = await tx.user.findFirst({
      where: { ...where, id },
      select: { memberships: { select: { workspaceId: true } } },
    });
    if (!user) return false;
    const ids = user.memberships.map(({ workspaceId }) => workspaceId);
    const shared = await tx.member.count({ where: { workspaceId: { in: ids }, userId: { not: id } } });
    if (shared > 0) return false;
    await tx.workspace.deleteMany({ where: { id: { in: ids } } });
    await tx.user.delete({ where: { id } });
    return true;
  });
}
