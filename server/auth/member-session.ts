import { accountSession } from "@/server/auth/account-session";
import type { LiveSession } from "@/server/domain/sessions/live-session";

/** The signed-in member of a request; null for a stranger and for who is in no workspace. See `accountSession`. */
export async function memberSession(headers: Headers): Promise<LiveSession | null> {
  const account = await accountSession(headers);
  return account?.member ? { user: account.user, ...account.member } : null;
}
