import type { Invitee, MeetingPerson } from "@/prisma/generated/client";
import type { InviteeView, PersonView, Reach } from "@/server/domain/meetings/schema";

/** A person as pages and programs see them. */
export function personView(person: MeetingPerson, reach: Reach): PersonView {
  const { id, fullName, email, phone, isOrganiser, isPermanent } = person;
  return { id, fullName, email, phone, reach, isOrganiser, isPermanent };
}

/** An invitee with their answer as pages and programs see them. */
export function inviteeView(row: Invitee & { person: MeetingPerson }, reach: Reach): InviteeView {
  const { id, attendance, comment, answeredBy } = row;
  return {
    id,
    person: personView(row.person, reach),
    attendance,
    comment,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    answeredBy: answeredBy === "bot" || answeredBy === "browser" ? answeredBy : null,
    askedAt: row.askedAt?.toISOString() ?? null,
    mailedAt: row.mailedAt?.toISOString() ?? null,
  };
}
