import { memberActor } from "@/server/auth/member-actor";
import type { MemberActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/**
 * For streams that outlive a request: a check that throws once the sign-in has ended (`unauthenticated`), or its member's
 * workspace or role is another than when the stream was opened (`forbidden`, `membership_changed`).
 */
export function stillMember(headers: Headers, actor: MemberActor): () => Promise<void> {
  return async () => {
    const now = await memberActor(headers);
    if (now.workspaceId === actor.workspaceId && now.role === actor.role) return;
    throw new AppError("forbidden", "membership_changed", "Your place in this workspace has changed.");
  };
}
