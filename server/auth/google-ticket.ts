import { decode, encode } from "next-auth/jwt";
import { authSecret } from "@/server/auth/auth-secret";

const lifetimeSeconds = 5 * 60;

/** Says for five minutes that Google has signed this user in, so that only the second factor is missing. */
export function googleTicket(userId: number): Promise<string> {
  return encode({
    token: { sub: String(userId) },
    secret: authSecret("google-ticket"),
    maxAge: lifetimeSeconds,
  });
}

/** The user of a ticket that is still good, else null. */
export async function readGoogleTicket(ticket: string): Promise<number | null> {
  // next-auth throws on whatever it did not write.
  const token = await decode({ token: ticket, secret: authSecret("google-ticket") }).catch(() => null);
  const userId = Number(token?.sub);
  return token?.sub && Number.isInteger(userId) ? userId : null;
}
