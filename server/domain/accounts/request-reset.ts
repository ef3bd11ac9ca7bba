import { issueToken } from "@/server/domain/accounts/issue-token";
import { letterLink } from "@/server/domain/accounts/letter-link";
import type { EmailOnlyInput } from "@/server/domain/accounts/schema";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import { transaction } from "@/server/lib/db";

/** Sends a link to choose a new password to an address with an account; says nothing of whether it has one. */
export async function requestReset({ email, next }: EmailOnlyInput): Promise<{ ok: true }> {
  await transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, isDemo: false, disabledAt: null } });
    if (!user) return;
    const token = await issueToken(tx, user, "reset_password", 1);
    await writeToUser(tx, user, "reset", { link: letterLink("/reset", token, next) });
  });
  return { ok: true };
}
