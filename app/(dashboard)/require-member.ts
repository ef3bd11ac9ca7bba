import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { accountSession } from "@/server/auth/account-session";
import { memberSession } from "@/server/auth/member-session";

/** Who is signed in on this request; null for a stranger and for who is in no workspace. */
export const currentSession = cache(async () => memberSession(await headers()));

/**
 * The signed-in member of this request; a stranger is sent to /login, who is in no workspace to /welcome, and both come
 * back to `path`.
 */
export async function requireMember(path: string) {
  const session = await currentSession();
  if (session) return session;
  const account = await accountSession(await headers());
  redirect(`${account ? "/welcome" : "/login"}?next=${encodeURIComponent(path)}`);
}
