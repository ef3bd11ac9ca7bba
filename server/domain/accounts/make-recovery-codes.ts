import { randomBytes } from "node:crypto";
import { hashSecret } from "@/server/domain/accounts/hash-secret";
import type { Tx } from "@/server/lib/db";

/** Crockford's: no letters that look like digits. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Gives a user ten new recovery codes of 80 bits, `ABCD-EFGH-JKMN-PQRS`, in place of all earlier ones; shown once. */
export async function makeRecoveryCodes(tx: Tx, userId: number): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () =>
    [...randomBytes(16)].map((byte) => alphabet[byte % 32]).join(""),
  );
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashSecret(code) })) });
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, "$1-"));
}

/** A recovery code as it is kept, whatever way a person typed it. */
export function plainRecoveryCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}
