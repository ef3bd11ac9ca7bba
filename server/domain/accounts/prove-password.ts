import { verify } from "@node-rs/argon2";
import type { User } from "@/prisma/generated/client";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Why somebody may not change how their account is protected. */
export type ProofProblem = "demo_account" | "no_password" | "wrong_password";

/** The actor's user, after they typed their password again; the demo's shared account is nobody's to change. */
export async function provePassword(
  actor: AccountActor,
  password: string,
): Promise<{ ok: true; user: User; passwordHash: string } | { ok: false; reason: ProofProblem }> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (user.isDemo) return { ok: false, reason: "demo_account" };
  const { passwordHash } = user;
  if (!passwordHash) return { ok: false, reason: "no_password" };
  const matches = await verify(passwordHash, password);
  return matches ? { ok: true, user, passwordHash } : { ok: false, reason: "wrong_password" };
}
