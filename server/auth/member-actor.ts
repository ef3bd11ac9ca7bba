import { clientAddress } from "@/server/auth/client-address";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { memberSession } from "@/server/auth/member-session";
import type { MemberActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/** The member whom a request's session cookie proves. Throws `unauthenticated` (`login_required`). */
export async function memberActor(headers: Headers): Promise<MemberActor> {
  const session = await memberSession(headers);
  if (!session) throw new AppError("unauthenticated", "login_required", "Log in first.");
  return {
    kind: "member",
    workspaceId: session.workspace.id,
    userId: session.user.id,
    role: session.role,
    mayUseDemo: demoAllowed(headers),
    from: { ip: clientAddress(headers), userAgent: headers.get("user-agent") },
  };
}
