import { findReach } from "@/server/domain/meetings/find-reach";
import { meetingView } from "@/server/domain/meetings/meeting-view";
import { inviteeView } from "@/server/domain/meetings/person-view";
import type { InviteeView, MeetingView } from "@/server/domain/meetings/schema";
import type { InviteeActor, OrganiserActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

const mostShown = 20;

/** The planned meetings that a person is invited to and that are not over, the next first, with their own answer. */
export async function meetingsOf({
  workspaceId,
  personId,
}: InviteeActor | OrganiserActor): Promise<{ meeting: MeetingView; invitee: InviteeView }[]> {
  const found = await db.$queryRaw<{ id: number }[]>`
    select i.id from invitees i join meetings m on m.id = i.meeting_id
    where i.person_id = ${personId} and m.workspace_id = ${workspaceId} and m.state = 'planned'
      and m.starts_at + m.duration_minutes * interval '1 minute' > ${clock.now()}
    order by m.starts_at, m.id limit ${mostShown}`;
  const rows = await db.invitee.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { person: true, meeting: { select: { resourceId: true } } },
  });
  const shown: { meeting: MeetingView; invitee: InviteeView }[] = [];
  for (const { id } of found) {
    const row = rows.find((one) => one.id === id);
    if (!row) continue;
    const reach = await findReach(workspaceId, [row.person], row.meeting.resourceId);
    const invitee = inviteeView(row, reach.get(row.personId) ?? "none");
    shown.push({ meeting: await meetingView(row.meetingId), invitee });
  }
  return shown;
}
