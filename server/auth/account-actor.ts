import { accountSession } from "@/server/auth/account-session";
import { clientAddress } from "@/server/auth/client-address";
import type { AccountActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/** The user whom a request's session cookie proves, in a workspace or not. Throws `unauthenticated` (`login_required`). */
export async function accountActor(headers: Headers): Promise<AccountActor> {
  const account = await accountSession(headers);
  if (!account) throw new AppError("unauthenticated", "login_required", "Log in first.");
  return {
    kind: "account",
    userId: account.user.id,
    sessionId: account.sessionId,
    workspaceId: account.member?.workspace.id ?? null,
    from: { ip: clientAddress(headers), userAgent: headers.get("user-agent") },
  };
}
