import type { EmailOnlyInput } from "@/server/domain/accounts/schema";
import { sendVerification } from "@/server/domain/accounts/send-verification";
import { transaction } from "@/server/lib/db";

/** Sends the letter that confirms an address again, if an account waits for it; says nothing of whether one does. */
export async function resendVerification({ email, next }: EmailOnlyInput): Promise<{ ok: true }> {
  await transaction(async (tx) => {
    const user = await tx.user.findFirst({
      where: { email, emailVerifiedAt: null, passwordHash: { not: null }, disabledAt: null },
    });
    if (user) await sendVerification(tx, user, next);
  });
  return { ok: true };
}
