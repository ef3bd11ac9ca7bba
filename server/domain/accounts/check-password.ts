import { hash, verify } from "@node-rs/argon2";
import type { User } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

let decoy: Promise<string> | undefined;

/**
 * The user whom e-mail and password name, or null. An unknown address takes as long as a wrong password, so that
 * nobody learns which addresses have an account. Passwords are argon2id hashes.
 */
export async function checkPassword(email: string, password: string): Promise<User | null> {
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } });
  decoy ??= hash("no account has this password");
  const matches = await verify(user?.passwordHash ?? (await decoy), password);
  return matches && user?.passwordHash && !user.disabledAt ? user : null;
}
