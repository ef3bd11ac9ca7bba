import { hash, verify } from "@node-rs/argon2";
import type { User } from "@/prisma/generated/client";
import { decoyHash } from "@/server/domain/accounts/decoy-hash";
import { hasOpenInvitation } from "@/server/domain/accounts/has-open-invitation";
import { issueToken } from "@/server/domain/accounts/issue-token";
import { letterLink } from "@/server/domain/accounts/letter-link";
import { passwordProblem } from "@/server/domain/accounts/password-problem";
import type { RegisterInput, RegisterResult } from "@/server/domain/accounts/schema";
import { sendVerification } from "@/server/domain/accounts/send-verification";
import { settleNewcomer } from "@/server/domain/accounts/settle-newcomer";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import { isSetupCode } from "@/server/domain/workspaces/setup-code";
import type { RequestOrigin } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";

/**
 * Makes an account with a workspace of its own (see `settleNewcomer`) and sends the letter that confirms its address. An
 * address that has an account already answers the same and as slowly; what to do then stands in the letter.
 */
export async function register(input: RegisterInput, from: RequestOrigin): Promise<RegisterResult> {
  const problems: (RegisterResult & { ok: false })["problems"] = [];
  const weakness = passwordProblem(input.password, input);
  if (weakness) problems.push({ field: "password", problem: weakness });
  if (input.setupCode && !(await isSetupCode(input.setupCode)))
    problems.push({ field: "setupCode", problem: "wrong" });
  if (problems.length > 0) return { ok: false, problems };

  const { email, name, locale, password, next } = input;
  const existing = await db.user.findUnique({ where: { email } });
  const [passwordHash, isSamePerson] = await Promise.all([
    hash(password),
    verify(existing?.passwordHash ?? (await decoyHash()), password),
  ]);
  const isInvited = await hasOpenInvitation(next, email);
  await transaction(async (tx) => {
    const { count } = await tx.user.createMany({
      data: { email, name, locale, passwordHash },
      skipDuplicates: true,
    });
    const user = await tx.user.findUniqueOrThrow({ where: { email } });
    if (count === 0) return writeToHolder(tx, user, isSamePerson && user.id === existing?.id, next);
    await settleNewcomer(tx, user, from, { isInvited, hasSetupCode: Boolean(input.setupCode) });
    await sendVerification(tx, user, next);
  });
  return { ok: true };
}

/**
 * Tells the holder of an address that has an account. While it is unconfirmed anybody may have made it, with a password
 * that only they know: who comes with another password gets a link to choose one, and older links are void, so that
 * nobody confirms a stranger's password.
 */
async function writeToHolder(
  tx: Tx,
  user: User,
  isSamePerson: boolean,
  next: string | undefined,
): Promise<void> {
  if (user.isDemo || user.disabledAt) return;
  if (user.emailVerifiedAt) return writeToUser(tx, user, "taken");
  if (isSamePerson) return sendVerification(tx, user, next);
  await tx.accountToken.updateMany({
    where: { userId: user.id, usedAt: null },
    data: { usedAt: clock.now() },
  });
  const token = await issueToken(tx, user, "reset_password", 24);
  await writeToUser(tx, user, "finish", { link: letterLink("/reset", token, next) });
}
