import { randomUUID } from "node:crypto";
import { join, makeFirm } from "@/scripts/testing/firm";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import type { CreateMeetingInput, MeetingView } from "@/server/domain/meetings/schema";
import type { InviteeActor, MemberActor, OrganiserActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** A company with a bot for meetings, a director who organises and a manager who may not. */
export type MeetingFirm = {
  workspaceId: number;
  resourceId: number;
  director: MemberActor;
  manager: MemberActor;
};

export async function makeMeetingFirm(name = "Firm"): Promise<MeetingFirm> {
  const workspaceId = await makeFirm(name);
  const resource = await db.resource.create({
    data: {
      workspaceId,
      provider: "kchat",
      name: "Meetings",
      credentials: "sealed",
      accountKey: randomUUID(),
      state: "active",
      settings: { serves: "meetings" },
    },
  });
  return {
    workspaceId,
    resourceId: resource.id,
    director: await join(workspaceId, "Dora", "director"),
    manager: await join(workspaceId, "Mia", "manager"),
  };
}

/** A moment so many minutes from now, as inputs carry it. */
export function inMinutes(minutes: number): string {
  return new Date(clock.now().getTime() + minutes * 60_000).toISOString();
}

/** A meeting of the firm's director, in three days unless told otherwise. */
export async function plan(
  { director }: MeetingFirm,
  input: Partial<CreateMeetingInput> = {},
): Promise<MeetingView> {
  const made = await createMeeting(director, {
    clientId: randomUUID(),
    topic: "Budget",
    startsAt: inMinutes(3 * 1440),
    timeZone: "Europe/Moscow",
    ...input,
  });
  if (!made.ok) throw new Error(made.reason);
  return made.meeting;
}

/** Somebody who has written to the bot, as meetings know them. */
export async function makePerson(
  { workspaceId, resourceId }: MeetingFirm,
  fullName: string,
  data: { email?: string; phone?: string; isOrganiser?: boolean; isPermanent?: boolean } = {},
): Promise<{ personId: number; chatId: number; invitee: InviteeActor; organiser: OrganiserActor }> {
  const externalId = randomUUID();
  const contact = await db.contact.create({
    data: { workspaceId, provider: "kchat", externalId, firstName: fullName },
  });
  const chat = await db.chat.create({
    data: { workspaceId, resourceId, externalId: `-1:${externalId}`, type: "private", contactId: contact.id },
  });
  const { id: personId } = await db.meetingPerson.create({
    data: { workspaceId, fullName, contactId: contact.id, ...data },
  });
  const actor = { workspaceId, resourceId, personId };
  return {
    personId,
    chatId: chat.id,
    invitee: { kind: "invitee", ...actor },
    organiser: { kind: "organiser", ...actor },
  };
}

/** Has the director invite a person; returns the invitee's id. */
export async function invite(
  { director }: MeetingFirm,
  meetingId: number,
  personId: number,
): Promise<number> {
  const added = await addInvitee(director, { meetingId, person: { personId } });
  if (!added.ok) throw new Error(added.reason);
  return added.invitee.id;
}
