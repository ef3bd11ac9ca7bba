import type { AccountTokenPurpose, User } from "@/prisma/generated/client";
import { hashSecret } from "@/server/domain/accounts/hash-secret";
import type { TokenProblem } from "@/server/domain/accounts/schema";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/**
 * Spends a letter's link and returns its user; of two who bring it at once one gets it. The user's other links for the
 * same purpose are void from then on.
 */
export async function takeToken(
  tx: Tx,
  token: string,
  purpose: AccountTokenPurpose,
): Promise<{ ok: true; user: User } | { ok: false; reason: TokenProblem }> {
  const now = clock.now();
  const found = await tx.accountToken.findUnique({
    where: { tokenHash: hashSecret(token) },
    include: { user: true },
  });
  if (found?.purpose !== purpose || found.user.disabledAt) return { ok: false, reason: "unknown" };
  if (found.email !== found.user.email) return { ok: false, reason: "expired" };
  const { count } = await tx.accountToken.updateMany({
    where: { id: found.id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) return { ok: false, reason: "expired" };
  await tx.accountToken.updateMany({
    where: { userId: found.userId, purpose, usedAt: null },
    data: { usedAt: now },
  });
  return { ok: true, user: found.user };
}
