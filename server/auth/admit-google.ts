import type { User as SessionUser } from "next-auth";
import { accountSession } from "@/server/auth/account-session";
import { clientAddress } from "@/server/auth/client-address";
import { googleIdentity } from "@/server/auth/google-provider";
import { googleTicket } from "@/server/auth/google-ticket";
import { parseCookies } from "@/server/auth/parse-cookies";
import { safePath } from "@/server/auth/safe-path";
import { linkGoogle } from "@/server/domain/accounts/link-google";
import { signInWithGoogle } from "@/server/domain/accounts/sign-in-with-google";
import { openSession } from "@/server/domain/sessions/open-session";
import { chooseLocale } from "@/server/lib/choose-locale";
import { appUrl } from "@/server/lib/env";

/** Where Security sends who wants to connect Google; the way back tells that it is no sign-in. */
const LINK_PATH = "/profile/security?google=link";

/**
 * What to do with whom Google vouches for: true signs in `user`, who then carries our ids; an address sends the browser
 * there without signing anybody in, with the reason in the query, or to the second factor with a ticket in the fragment,
 * which no server's log sees. Who is signed in and comes from Security connects the Google account to theirs.
 */
export async function admitGoogle(
  user: SessionUser,
  claims: unknown,
  headers: Headers,
): Promise<true | string> {
  const identity = googleIdentity(claims);
  const cookies = parseCookies(headers.get("cookie") ?? "");
  const next = wayBack(cookies);
  const account = next === LINK_PATH ? await accountSession(headers) : null;
  if (next === LINK_PATH && !account) return "/login?next=/profile/security";
  if (account) {
    const linked = await linkGoogle(account.user.id, identity);
    return `/profile/security?google=${linked.ok ? "linked" : linked.reason}`;
  }
  const from = { ip: clientAddress(headers), userAgent: headers.get("user-agent") };
  const locale = chooseLocale(cookies.locale, headers.get("accept-language"));
  const result = await signInWithGoogle(identity, { from, locale, next });
  const query = new URLSearchParams({ ...(next && { next }) });
  if (!result.ok) return `/login?${new URLSearchParams({ error: `google_${result.reason}` })}&${query}`;
  if (result.user.totpEnabledAt) return `/login?${query}#ticket=${await googleTicket(result.user.id)}`;
  user.id = String(result.user.id);
  user.sessionId = await openSession(result.user.id, from);
  return true;
}

/** The path that the sign-in was started for, as next-auth keeps it in a cookie that pages of other sites cannot set. */
function wayBack(cookies: Record<string, string>): string | undefined {
  const kept = cookies["__Secure-next-auth.callback-url"] ?? cookies["next-auth.callback-url"];
  const address = kept && URL.parse(decodeURIComponent(kept), appUrl);
  if (!address || address.origin !== new URL(appUrl).origin) return undefined;
  return safePath(`${address.pathname}${address.search}`, "") || undefined;
}
