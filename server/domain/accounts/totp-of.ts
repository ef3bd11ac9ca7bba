import { Secret, TOTP } from "otpauth";

/** Seconds that a code is good for, see RFC 6238. */
const period = 30;

/** The generator of a user's codes as authenticator apps know it; `secret` in base32. */
export function totpOf(email: string, secret: string): TOTP {
  return new TOTP({ issuer: "AssistChat", label: email, period, secret: Secret.fromBase32(secret) });
}

/** The time step a code belongs to, at most one before or after `at`; null for a wrong code. */
export function stepOfCode(totp: TOTP, code: string, at: Date): number | null {
  const delta = totp.validate({ token: code, window: 1, timestamp: at.getTime() });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta;
}
