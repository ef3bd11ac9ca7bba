import type { MeetingPerson } from "@/prisma/generated/client";
import { wakeTelling } from "@/server/domain/meetings/invite-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { personLocale } from "@/server/domain/meetings/person-locale";
import { tellByMail } from "@/server/domain/meetings/tell-by-mail";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";
import { phrase } from "@/server/lib/phrases";

/**
 * Takes back from a person's former e-mail address what it was invited to and is not over, each meeting by its calendar
 * event, and has the address that they have now invited. The caller has written the new one and holds `lockPeople`.
 */
export async function withdrawFromAddress(tx: Tx, { id: personId, email }: MeetingPerson): Promise<void> {
  // Whoever tells them at this moment does so at the old address, and is waited for.
  const found = await tx.$queryRaw<{ id: number }[]>`
    select i.id from invitees i join meetings m on m.id = i.meeting_id
    where i.person_id = ${personId} and m.starts_at + m.duration_minutes * interval '1 minute' > ${clock.now()}
      and (m.state = 'planned' or m.state = 'cancelled' and i.told_sequence < m.calendar_sequence)
    order by m.id for no key update of i`;
  const invitees = await tx.invitee.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { meetingId: "asc" },
    include: {
      person: { include: { contact: { select: { languageCode: true } } } },
      meeting: { include: { workspace: true, organiser: true, resource: { select: { name: true } } } },
    },
  });
  for (const { id, person, meeting, mailedAt } of invitees) {
    await wakeTelling(tx, meeting.id);
    tellMeetingChanged(tx, meeting.workspaceId, meeting.id);
    if (!email || !mailedAt) continue;
    const locale = personLocale(person, meeting.workspace);
    const { topic, date, time } = meetingValues(meeting, locale);
    // The new address is nobody's business here: the old one may have been a stranger's.
    const text = phrase(locale, "Mail.meetingWithdrawn", { topic, when: `${date}, ${time}` });
    await tellByMail(tx, "withdrawn", meeting, { ...person, email }, locale, text);
    await tx.invitee.update({ where: { id }, data: { mailedAt: null } });
  }
}
