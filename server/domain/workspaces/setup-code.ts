import { createHash, timingSafeEqual } from "node:crypto";
import { authSecret } from "@/server/auth/auth-secret";
import { db } from "@/server/lib/db";

/** No letters or digits that look alike. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** The code of this installation that makes a newcomer the owner of the environment's workspace: `ABCD-EFGH-JKLM-NPQR`. */
function setupCode(): string {
  const bytes = Buffer.from(authSecret("setup-code"), "base64url").subarray(0, 16);
  const letters = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

/** The setup code while the environment's workspace waits for its owner; null once it has one, or where there is none. */
export async function openSetupCode(): Promise<string | null> {
  const waiting = await db.workspace.findFirst({
    where: {
      origin: "environment",
      // Who never confirmed their address cannot log in: the code stays good for the next.
      members: { none: { user: { emailVerifiedAt: { not: null } } } },
    },
    select: { id: true },
  });
  return waiting ? setupCode() : null;
}

/** Whether what somebody typed is the setup code, and it is still good. */
export async function isSetupCode(typed: string): Promise<boolean> {
  const plain = (text: string) => text.toUpperCase().replace(/[\s-]/g, "");
  const digest = (text: string) => createHash("sha256").update(plain(text)).digest();
  const matches = timingSafeEqual(digest(typed), digest(setupCode()));
  return (await openSetupCode()) !== null && matches;
}
