import { hash, verify } from "@node-rs/argon2";
import type { Tx } from "@/server/lib/db";

/** Makes the demo's owner sign in with this e-mail and password; refused when a real account has the e-mail. */
export async function ensureDemoOwner(
  tx: Tx,
  workspaceId: number,
  login: { email: string; password: string; name: string },
): Promise<{ ok: true } | { ok: false; reason: "email_taken" }> {
  const email = login.email.toLowerCase();
  const taken = await tx.user.findFirst({ where: { email, isDemo: false }, select: { id: true } });
  if (taken) return { ok: false, reason: "email_taken" };
  const found = await tx.user.findFirst({ where: { isDemo: true, memberships: { some: { workspaceId } } } });
  const known = found?.passwordHash ? await verify(found.passwordHash, login.password) : false;
  // argon2id is the library's default.
  const passwordHash = known && found ? found.passwordHash : await hash(login.password);
  if (found) {
    await tx.user.update({ where: { id: found.id }, data: { email, passwordHash, disabledAt: null } });
    return { ok: true };
  }
  await tx.user.create({
    data: {
      email,
      name: login.name,
      passwordHash,
      isDemo: true,
      emailVerifiedAt: new Date(),
      memberships: { create: { workspaceId, role: "owner" } },
    },
  });
  return { ok: true };
}
