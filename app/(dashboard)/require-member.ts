import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { memberSession } from "@/server/auth/member-session";

/** Who is signed in on this request; null for a stranger. */
export const currentSession = cache(async () => memberSession(await headers()));

/** The signed-in member of this request; anyone else is sent to /login and comes back to `path`. */
export async function requireMember(path: string) {
  const session = await currentSession();
  if (!session) redirect(`/login?next=${encodeURIComponent(path)}`);
  return session;
}
