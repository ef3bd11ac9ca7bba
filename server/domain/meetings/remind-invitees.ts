import { attendanceButtons } from "@/server/domain/meetings/attendance-buttons";
import { findBotChats } from "@/server/domain/meetings/find-reach";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { personLocale } from "@/server/domain/meetings/person-locale";
import { tellByMail } from "@/server/domain/meetings/tell-by-mail";
import { tellInChat } from "@/server/domain/meetings/tell-in-chat";
import { meetingText } from "@/server/domain/meetings/texts/meeting-text";
import { clock } from "@/server/lib/clock";
import { db, type Sql, sql, type Tx, transaction } from "@/server/lib/db";
import { drain } from "@/server/lib/drain";

const atATime = 50;

/**
 * Whom a meeting's reminder is due for, of `meetings m`, `invitees i` and the latest of its moments that have come, `due`:
 * invited before that moment to its present time, silent, not reminded at it yet, and still able to answer. None is due
 * 31 days before.
 */
function isDue(now: Date): Sql {
  return sql`
    m.state = 'planned' and m.starts_at > ${now} and m.starts_at < ${now}::timestamptz + interval '31 days'
    and least(m.starts_at, m.answers_until) > ${now} and i.attendance is null
    and i.told_sequence >= m.time_sequence and due.minutes is not null and (i.reminded_at_min is null or i.reminded_at_min > due.minutes)
    and least(i.asked_at, i.mailed_at) < m.starts_at - due.minutes * interval '1 minute'`;
}

function rowsOf(now: Date): Sql {
  return sql`meetings m join invitees i on i.meeting_id = m.id cross join lateral (
    select min(minutes) as minutes from unnest(m.reminder_minutes) as minutes
    where m.starts_at - minutes * interval '1 minute' <= ${now}) due`;
}

/** Reminds everybody who is silent of the meetings whose moment has come, each once a moment. */
export async function remindInvitees(): Promise<void> {
  const now = clock.now();
  const meetings = await db.$queryRaw<{ id: number }[]>`
    select distinct m.id from ${rowsOf(now)} where ${isDue(now)} order by m.id`;
  for (const { id } of meetings)
    for (let reminded = atATime; reminded === atATime && !drain.hasBegun(); )
      reminded = await transaction((tx) => remindSome(tx, id));
}

async function remindSome(tx: Tx, meetingId: number): Promise<number> {
  const now = clock.now();
  await tx.$queryRaw`select 1 from meetings where id = ${meetingId} for share`;
  const meeting = await tx.meeting.findUnique({
    where: { id: meetingId },
    include: { workspace: true, organiser: true, resource: { select: { name: true } } },
  });
  if (!meeting) return 0;
  const due = await tx.$queryRaw<{ id: number; minutes: number }[]>`
    select i.id, due.minutes from ${rowsOf(now)}
    where m.id = ${meetingId} and ${isDue(now)} order by i.id limit ${atATime} for no key update of i`;
  const invitees = await tx.invitee.findMany({
    where: { id: { in: due.map(({ id }) => id) }, attendance: null },
    include: { person: { include: { contact: { select: { languageCode: true } } } } },
  });
  const { workspaceId, resourceId, workspace } = meeting;
  const people = invitees.map(({ person }) => person);
  const chats = await findBotChats(tx, workspaceId, people, resourceId);
  for (const { id, person } of invitees) {
    const minutes = due.find((one) => one.id === id)?.minutes;
    const locale = personLocale(person, workspace);
    const values = { ...meetingValues(meeting, locale), fio: person.fullName };
    const text = await meetingText({ id: workspaceId, locale }, "reminder", values);
    const chat = chats.get(person.id);
    if (chat)
      await tellInChat(tx, chat, {
        workspaceId,
        meetingId,
        key: `reminder:${id}:${minutes}:${meeting.calendarSequence}`,
        text,
        buttons: attendanceButtons(locale, id),
      });
    else if (person.email)
      await tellByMail(tx, "reminder", meeting, { ...person, email: person.email }, locale, text);
    await tx.invitee.update({ where: { id }, data: { remindedAtMin: minutes } });
  }
  return due.length;
}
