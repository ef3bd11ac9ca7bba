import { verify } from "@node-rs/argon2";
import type { User } from "@/prisma/generated/client";
import { decoyHash } from "@/server/domain/accounts/decoy-hash";
import { db } from "@/server/lib/db";

/**
 * The user whom e-mail and password name, or null. An unknown address takes as long as a wrong password, so that
 * nobody learns which addresses have an account. Passwords are argon2id hashes.
 */
export async function checkPassword(email: string, password: string): Promise<User | null> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } });
  const matches = await verify(user?.passwordHash ?? (await decoyHash()), password);
  return matches && user?.passwordHash && !user.disabledAt ? user : null;
}
