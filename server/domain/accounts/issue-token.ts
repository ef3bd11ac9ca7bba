import { randomBytes } from "node:crypto";
import type { AccountTokenPurpose, User } from "@/prisma/generated/client";
import { hashSecret } from "@/server/domain/accounts/hash-secret";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Makes the secret part of a letter's link, good once and for so many hours. */
export async function issueToken(
  tx: Tx,
  user: Pick<User, "id" | "email">,
  purpose: AccountTokenPurpose,
  hours: number,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.accountToken.create({
    data: {
      userId: user.id,
      email: user.email,
      purpose,
      tokenHash: hashSecret(token),
      expiresAt: new Date(clock.now().getTime() + hours * 3600_000),
    },
  });
  return token;
}
