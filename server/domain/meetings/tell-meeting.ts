import type { Invitee, MeetingPerson } from "@/prisma/generated/client";
import { attendanceButtons } from "@/server/domain/meetings/attendance-buttons";
import { findBotChats } from "@/server/domain/meetings/find-reach";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { personLocale } from "@/server/domain/meetings/person-locale";
import { type MeetingLetter, type ToldMeeting, tellByMail } from "@/server/domain/meetings/tell-by-mail";
import { tellInChat } from "@/server/domain/meetings/tell-in-chat";
import { meetingText } from "@/server/domain/meetings/texts/meeting-text";
import { clock } from "@/server/lib/clock";
import { type Sql, sql, type Tx, transaction } from "@/server/lib/db";
import { drain } from "@/server/lib/drain";
import type { Locale } from "@/server/lib/phrases";

/** What is told of a meeting's state. */
type News = Extract<MeetingLetter, "invitation" | "changed" | "moved" | "cancelled">;
/** What asks whether somebody comes. */
const asks: ReadonlySet<News | null> = new Set(["invitation", "moved"]);
/** So many people are told in one transaction; whoever answers meanwhile waits for no more. */
const atATime = 50;

/**
 * The condition on `invitees i`, `meetings m` and `meeting_people p` under which somebody has to be told: of an invitation
 * by a way that they can be reached by, or of how the meeting stands now.
 */
export const UNTOLD: Sql = sql`(
  m.state = 'planned' and (
    i.told_sequence is null or i.told_sequence < m.calendar_sequence
    or (i.mailed_at is null and p.email is not null)
    or (i.asked_at is null and exists (
      select 1 from chats c join contacts k on k.id = c.contact_id
      where c.resource_id = m.resource_id and c.contact_id = p.contact_id and c.type = 'private'
        and k.blocked_at is null))
  ) or m.state = 'cancelled' and i.told_sequence < m.calendar_sequence
) and m.starts_at + m.duration_minutes * interval '1 minute' > `;

/**
 * Invites those who were not asked yet, and tells the others how a meeting stands now: by the bot whom it can reach, and
 * by e-mail with the calendar event. Each is told of each state once, whoever runs this at the same time.
 */
export async function tellMeeting({ meetingId }: { meetingId: number }): Promise<void> {
  while (!drain.hasBegun()) {
    const told = await transaction((tx) => tellSome(tx, meetingId));
    if (told < atATime) return;
  }
}

async function tellSome(tx: Tx, meetingId: number): Promise<number> {
  // Nobody changes it while these are told how it stands.
  await tx.$queryRaw`select 1 from meetings where id = ${meetingId} for share`;
  const meeting = await tx.meeting.findUnique({
    where: { id: meetingId },
    include: { workspace: true, organiser: true, resource: { select: { name: true } } },
  });
  if (!meeting) return 0;
  const { workspaceId, resourceId } = meeting;
  const found = await tx.$queryRaw<{ id: number }[]>`
    select i.id from invitees i join meetings m on m.id = i.meeting_id join meeting_people p on p.id = i.person_id
    where m.id = ${meetingId} and ${UNTOLD} ${clock.now()}
    order by i.id limit ${atATime} for no key update of i`;
  const invitees = await tx.invitee.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    include: { person: { include: { contact: { select: { languageCode: true } } } } },
  });
  if (invitees.length === 0) return 0;
  const people = invitees.map(({ person }) => person);
  const chats = await findBotChats(tx, workspaceId, people, resourceId);
  for (const invitee of invitees) {
    const { byBot, byMail } = newsFor(meeting, invitee);
    const chat = byBot && chats.get(invitee.personId);
    const { email } = invitee.person;
    const locale = personLocale(invitee.person, meeting.workspace);
    if (chat)
      await tellInChat(tx, chat, {
        workspaceId,
        meetingId,
        key: `${byBot}:${invitee.id}:${meeting.calendarSequence}`,
        text: await textOf(meeting, byBot, invitee.person, locale),
        ...(byBot !== "cancelled" && {
          buttons: attendanceButtons(locale, invitee.id),
        }),
      });
    if (byMail && email)
      await tellByMail(
        tx,
        byMail,
        meeting,
        { ...invitee.person, email },
        locale,
        await textOf(meeting, byMail, invitee.person, locale),
      );
    await tx.invitee.update({
      where: { id: invitee.id },
      data: {
        toldSequence: meeting.calendarSequence,
        ...(chat && asks.has(byBot) && { askedAt: clock.now() }),
        ...(email && asks.has(byMail) && { mailedAt: clock.now() }),
      },
    });
  }
  tellMeetingChanged(tx, workspaceId, meetingId);
  return invitees.length;
}

/** What somebody has to be told by each way; null for nothing. */
function newsFor(
  { state, calendarSequence, timeSequence }: ToldMeeting,
  { askedAt, mailedAt, toldSequence }: Invitee,
): Record<"byBot" | "byMail", News | null> {
  const isNews = toldSequence !== null && toldSequence < calendarSequence;
  // By whichever way they knew of another time.
  const isMoved = toldSequence !== null && toldSequence < timeSequence && (askedAt ?? mailedAt) !== null;
  const by = (invitedAt: Date | null): News | null => {
    if (state === "cancelled") return invitedAt && isNews ? "cancelled" : null;
    if (isMoved) return "moved";
    if (!invitedAt) return "invitation";
    return isNews ? "changed" : null;
  };
  return { byBot: by(askedAt), byMail: by(mailedAt) };
}

function textOf(
  meeting: ToldMeeting,
  kind: News,
  { fullName }: MeetingPerson,
  locale: Locale,
): Promise<string> {
  const values = { ...meetingValues(meeting, locale), fio: fullName };
  return meetingText({ id: meeting.workspaceId, locale }, kind === "invitation" ? "welcome" : kind, values);
}
