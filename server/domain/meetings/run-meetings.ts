import { dropCallLink } from "@/server/domain/meetings/cancel-meeting";
import { wakeTelling } from "@/server/domain/meetings/invite-people";
import { makeNextMeetings } from "@/server/domain/meetings/make-next-meetings";
import { remindInvitees } from "@/server/domain/meetings/remind-invitees";
import { UNTOLD } from "@/server/domain/meetings/tell-meeting";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** For so long a link that a service does not take back is tried again. */
const linkTriesMs = 24 * 3600_000;

/** Looks after meetings each minute: the next ones of series, who can be reached only now, reminders, links left over. */
export async function runMeetings(): Promise<void> {
  await makeNextMeetings();
  await tellThoseLeft();
  await remindInvitees();
  const left = await db.meeting.findMany({
    where: {
      state: "cancelled",
      callExternalId: { not: null },
      updatedAt: { gt: new Date(clock.now().getTime() - linkTriesMs) },
    },
    select: { id: true },
  });
  for (const { id } of left) await dropCallLink(id);
}

async function tellThoseLeft(): Promise<void> {
  const now = clock.now();
  const meetings = await db.$queryRaw<{ id: number }[]>`
    select distinct m.id from meetings m join invitees i on i.meeting_id = m.id
      join meeting_people p on p.id = i.person_id
    where m.starts_at > ${now}::timestamptz - interval '1 day' and ${UNTOLD} ${now} order by m.id limit 500`;
  if (meetings.length === 0) return;
  await transaction(async (tx) => {
    for (const { id } of meetings) await wakeTelling(tx, id);
  });
}
