import { recordAudit } from "@/server/domain/audit/record-audit";
import { meetingsAccount, meetingTrouble, notConnected } from "@/server/domain/meetings/meetings-account";
import type { DeleteMeetingInput, MeetingTrouble } from "@/server/domain/meetings/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Deletes a meeting at its service; one that is gone already is no failure. Throws `forbidden`. */
export async function deleteMeeting(
  actor: MemberActor,
  { resourceId, externalId }: DeleteMeetingInput,
): Promise<{ ok: true } | MeetingTrouble> {
  requirePermission(actor, "resources.change");
  const account = await meetingsAccount(actor.workspaceId, resourceId);
  if (!account) return notConnected;
  const { resource, meetings, credentials, world } = account;
  const deleted = await meetings.delete(credentials, world, externalId);
  if (!deleted.ok) return meetingTrouble(resource, deleted);
  await transaction((tx) =>
    recordAudit(tx, actor, {
      action: "meeting.deleted",
      target: { id: resource.id, name: resource.name },
      details: { externalId },
    }),
  );
  return { ok: true };
}
