import type { Meeting } from "@/prisma/generated/client";
import { linkContacts } from "@/server/domain/meetings/link-contacts";
import { enqueue } from "@/server/jobs/enqueue";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Whom to invite: these, everybody invited to another meeting, or the workspace's permanent invitees. */
type Whom = { personIds: number[] } | { ofMeetingId: number } | { permanent: true };

/**
 * Puts people on a meeting's list and has them asked; returns how many of them were not on it yet. Who is on it stays as
 * they are.
 */
export async function invitePeople(
  tx: Tx,
  { id: meetingId, workspaceId }: Pick<Meeting, "id" | "workspaceId">,
  whom: Whom,
): Promise<number> {
  const ids = "personIds" in whom ? whom.personIds : await findPeople(tx, workspaceId, whom);
  await linkContacts(tx, workspaceId, ids);
  // In one order, so that two who invite the same people do not wait for each other.
  const data = ids
    .toSorted((a, b) => a - b)
    .map((personId) => ({ meetingId, personId, createdAt: clock.now() }));
  const { count } = await tx.invitee.createMany({ data, skipDuplicates: true });
  if (count > 0) await wakeTelling(tx, meetingId);
  return count;
}

/** Has whoever does not know how a meeting stands be told of it; see `tellMeeting`. */
export async function wakeTelling(tx: Tx, meetingId: number): Promise<void> {
  await enqueue(tx, "tell-meeting", { meetingId }, { jobKey: `tell-meeting:${meetingId}` });
}

async function findPeople(
  tx: Tx,
  workspaceId: number,
  whom: Exclude<Whom, { personIds: number[] }>,
): Promise<number[]> {
  if ("ofMeetingId" in whom) {
    const { ofMeetingId: meetingId } = whom;
    const invitees = await tx.invitee.findMany({
      where: { meetingId, meeting: { workspaceId } },
      orderBy: { id: "asc" },
      select: { personId: true },
    });
    return invitees.map(({ personId }) => personId);
  }
  const people = await tx.meetingPerson.findMany({
    where: { workspaceId, isPermanent: true },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
