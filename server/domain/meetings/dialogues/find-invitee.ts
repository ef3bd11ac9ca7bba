import { findReach } from "@/server/domain/meetings/find-reach";
import { inviteeView } from "@/server/domain/meetings/person-view";
import type { InviteeView } from "@/server/domain/meetings/schema";
import type { OrganiserActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** One invitee of the workspace's meetings, as an organiser sees them. Throws `not_found`. */
export async function findInvitee(
  { workspaceId }: OrganiserActor,
  { inviteeId }: { inviteeId: number },
): Promise<InviteeView> {
  const row = await db.invitee.findFirst({
    where: { id: inviteeId, meeting: { workspaceId } },
    include: { person: true, meeting: { select: { resourceId: true } } },
  });
  if (!row) throw new AppError("not_found", "invitee", "There is no such invitee.");
  const reach = await findReach(workspaceId, [row.person], row.meeting.resourceId);
  return inviteeView(row, reach.get(row.personId) ?? "none");
}
