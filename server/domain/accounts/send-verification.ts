import type { User } from "@/prisma/generated/client";
import { issueToken } from "@/server/domain/accounts/issue-token";
import { letterLink } from "@/server/domain/accounts/letter-link";
import { writeToUser } from "@/server/domain/accounts/write-to-user";
import type { Tx } from "@/server/lib/db";

/** Sends the letter whose link confirms a user's address. */
export async function sendVerification(tx: Tx, user: User, next: string | undefined): Promise<void> {
  const token = await issueToken(tx, user, "verify_email", 24);
  await writeToUser(tx, user, "verify", { link: letterLink("/verify", token, next) });
}
