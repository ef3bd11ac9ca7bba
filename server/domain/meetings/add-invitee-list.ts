import { recordAudit } from "@/server/domain/audit/record-audit";
import { invitePeople } from "@/server/domain/meetings/invite-people";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { type ListedPerson, parseInviteeLines } from "@/server/domain/meetings/parse-invitee-lines";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import type {
  AddInviteeListInput,
  BadLine,
  ListOutcome,
  MeetingRefusal,
} from "@/server/domain/meetings/schema";
import { type Tx, transaction } from "@/server/lib/db";

/**
 * Invites everybody of a list; bad lines are told by number and stop nobody else. Who is known is recognised, by e-mail,
 * else by phone. The same list again invites nobody twice. Throws `forbidden`, `not_found`.
 */
export async function addInviteeList(
  actor: MeetingActor,
  { meetingId, lines, permanent }: AddInviteeListInput,
): Promise<({ ok: true } & ListOutcome) | MeetingRefusal> {
  return inviteListed(actor, { meetingId, permanent, ...parseInviteeLines(lines) });
}

/** Invites the people whom a list or a file names; see `addInviteeList`. */
export async function inviteListed(
  actor: MeetingActor,
  listed: { meetingId: number; permanent?: boolean; people: ListedPerson[]; bad: BadLine[] },
): Promise<({ ok: true } & ListOutcome) | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { meetingId, permanent, people, bad } = listed;
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, workspaceId, meetingId, "answer");
    if (meeting.state !== "planned") return { ok: false, reason: "not_planned" };
    await lockPeople(tx, workspaceId);
    const personIds = await takeIn(tx, workspaceId, people);
    if (permanent !== undefined)
      await tx.meetingPerson.updateMany({
        where: { id: { in: personIds } },
        data: { isPermanent: permanent },
      });
    const added = await invitePeople(tx, meeting, { personIds });
    if (added > 0)
      await recordAudit(tx, actor, {
        action: "meeting.invitees_added",
        target: { id: meetingId, name: meeting.topic },
        details: { added },
      });
    tellMeetingChanged(tx, workspaceId, meetingId);
    return { ok: true, added, known: people.length - added, bad };
  });
}

/** The people of a list, known or new, in a few statements however many they are; the caller holds `lockPeople`. */
async function takeIn(tx: Tx, workspaceId: number, listed: ListedPerson[]): Promise<number[]> {
  const read = async () => {
    const known = await tx.meetingPerson.findMany({
      where: {
        workspaceId,
        OR: [
          { email: { in: listed.flatMap(({ email }) => email ?? []) } },
          { phone: { in: listed.flatMap(({ phone }) => phone ?? []) } },
        ],
      },
    });
    const byEmail = new Map(known.map((person) => [person.email, person]));
    const byPhone = new Map(known.map((person) => [person.phone, person]));
    return ({ email, phone }: ListedPerson) =>
      (email ? byEmail.get(email) : undefined) ?? (phone ? byPhone.get(phone) : undefined);
  };
  const findBefore = await read();
  const fresh = listed.filter((one) => !findBefore(one));
  await tx.meetingPerson.createMany({
    data: fresh.map(({ fullName, email, phone }) => ({ workspaceId, fullName, email, phone })),
    skipDuplicates: true,
  });
  const find = await read();
  const ids = new Set<number>();
  for (const one of listed) {
    const person = find(one);
    if (!person) throw new Error(`Line ${one.line} of a list became nobody`);
    ids.add(person.id);
    const news = {
      ...(person.fullName === "" && { fullName: one.fullName }),
      ...(person.email === null && one.email && { email: one.email }),
      ...(person.phone === null && one.phone && !find({ ...one, email: null }) && { phone: one.phone }),
    };
    if (Object.keys(news).length > 0) await tx.meetingPerson.update({ where: { id: person.id }, data: news });
  }
  return [...ids];
}
