import { Secret } from "otpauth";
import { toString as qrSvg } from "qrcode";
import { totpOf } from "@/server/domain/accounts/totp-of";
import type { AccountActor } from "@/server/lib/actor";
import { seal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";

type Started =
  | { ok: true; secret: string; svg: string }
  | { ok: false; reason: "demo_account" | "already_enabled" };

/** Makes a secret for an authenticator app, as text and as an SVG's QR code; it counts once `confirmTotp` saw a code. */
export async function startTotp(actor: AccountActor): Promise<Started> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  if (user.isDemo) return { ok: false, reason: "demo_account" };
  const secret = new Secret({ size: 20 }).base32;
  const { count } = await db.user.updateMany({
    where: { id: user.id, totpEnabledAt: null },
    data: { totpSecret: seal(secret, `user:${user.id}`) },
  });
  if (count === 0) return { ok: false, reason: "already_enabled" };
  const uri = totpOf(user.email, secret).toString();
  return { ok: true, secret, svg: await qrSvg(uri, { type: "svg", margin: 2 }) };
}
