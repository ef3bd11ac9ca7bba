import { Secret } from "otpauth";
import { toString as qrSvg } from "qrcode";
import { type ProofProblem, provePassword } from "@/server/domain/accounts/prove-password";
import type { PasswordOnlyInput } from "@/server/domain/accounts/schema";
import { totpOf } from "@/server/domain/accounts/totp-of";
import type { AccountActor } from "@/server/lib/actor";
import { seal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";

type Started =
  | { ok: true; secret: string; svg: string }
  | { ok: false; reason: Exclude<ProofProblem, "no_password"> | "already_enabled" };

/**
 * Makes a secret for an authenticator app, as text and as an SVG's QR code, for who types their password, if they have
 * one: whoever finds a browser open locks nobody out. It counts once `confirmTotp` saw a code.
 */
export async function startTotp(actor: AccountActor, { password }: PasswordOnlyInput): Promise<Started> {
  const proof = await provePassword(actor, password);
  if (!proof.ok && proof.reason !== "no_password") return { ok: false, reason: proof.reason };
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  const secret = new Secret({ size: 20 }).base32;
  const { count } = await db.user.updateMany({
    where: { id: user.id, totpEnabledAt: null },
    data: { totpSecret: seal(secret, `user:${user.id}`) },
  });
  if (count === 0) return { ok: false, reason: "already_enabled" };
  const uri = totpOf(user.email, secret).toString();
  return { ok: true, secret, svg: await qrSvg(uri, { type: "svg", margin: 2 }) };
}
