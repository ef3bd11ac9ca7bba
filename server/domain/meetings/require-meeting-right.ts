import { requireScope } from "@/server/domain/api-keys/require-scope";
import { type Permission, requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor, OrganiserActor, SystemActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Who may organise, each by rights of their own. */
export type MeetingActor = MemberActor | OrganiserActor | ApiKeyActor | SystemActor;

/**
 * Throws `forbidden` unless the member's role, the key's scope (`meetings:read` to see, `meetings:write` for the rest) or
 * the person's standing as an organiser, as it is now, allows it.
 */
export async function requireMeetingRight(
  actor: MeetingActor,
  permission: Extract<Permission, "meetings.view" | "meetings.manage">,
): Promise<void> {
  switch (actor.kind) {
    case "member":
      return requirePermission(actor, permission);
    case "api-key":
      return requireScope(actor, permission === "meetings.view" ? "meetings:read" : "meetings:write");
    case "organiser": {
      const { personId: id, workspaceId } = actor;
      if ((await db.meetingPerson.count({ where: { id, workspaceId, isOrganiser: true } })) > 0) return;
      throw new AppError("forbidden", "not_organiser", "You do not organise meetings here.");
    }
    case "system":
      return;
  }
}
