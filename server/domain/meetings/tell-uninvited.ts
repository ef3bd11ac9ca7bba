import type { Contact, Invitee, Meeting, MeetingPerson } from "@/prisma/generated/client";
import { findBotChats } from "@/server/domain/meetings/find-reach";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { personLocale } from "@/server/domain/meetings/person-locale";
import { tellByMail } from "@/server/domain/meetings/tell-by-mail";
import { tellInChat } from "@/server/domain/meetings/tell-in-chat";
import { meetingText } from "@/server/domain/meetings/texts/meeting-text";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Tells whoever was invited to a coming meeting, just before they are taken off its list; by every way they were asked. */
export async function tellUninvited(
  tx: Tx,
  { id: meetingId, workspaceId, state, startsAt, resourceId }: Meeting,
  {
    id,
    person,
    askedAt,
    mailedAt,
  }: Invitee & {
    person: MeetingPerson & { contact?: Pick<Contact, "languageCode"> | null };
  },
): Promise<void> {
  if (state !== "planned" || startsAt <= clock.now() || (!askedAt && !mailedAt)) return;
  const meeting = await tx.meeting.findUniqueOrThrow({
    where: { id: meetingId },
    include: { workspace: true, organiser: true, resource: { select: { name: true } } },
  });
  const locale = personLocale(person, meeting.workspace);
  const values = { ...meetingValues(meeting, locale), fio: person.fullName };
  const text = await meetingText({ id: workspaceId, locale }, "uninvited", values);
  const chat = askedAt && (await findBotChats(tx, workspaceId, [person], resourceId)).get(person.id);
  if (chat) await tellInChat(tx, chat, { workspaceId, meetingId, key: `uninvited:${id}`, text });
  if (!mailedAt || !person.email) return;
  // Under the number that they know: whoever is invited again gets a later event of the same one (RFC 5546, 2.1.5).
  await tellByMail(tx, "uninvited", meeting, { ...person, email: person.email }, locale, text);
}
