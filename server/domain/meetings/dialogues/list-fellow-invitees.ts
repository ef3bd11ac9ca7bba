import type { InviteeActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

export type FellowInvitees = { topic: string; names: string[]; total: number; page: number; pages: number };

/**
 * Who is invited to a meeting, for somebody who is too: names by page (from 0), without addresses and answers. Throws
 * `not_found` for a meeting that they are not invited to.
 */
export async function listFellowInvitees(
  { workspaceId, personId }: InviteeActor,
  { meetingId, page, pageSize }: { meetingId: number; page: number; pageSize: number },
): Promise<FellowInvitees> {
  const where = { id: meetingId, workspaceId, invitees: { some: { personId } } };
  const meeting = await db.meeting.findFirst({ where, select: { topic: true } });
  if (!meeting) throw new AppError("not_found", "meeting", "There is no such meeting.");
  const total = await db.invitee.count({ where: { meetingId } });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pages - 1);
  const rows = await db.invitee.findMany({
    where: { meetingId },
    orderBy: [{ person: { fullName: "asc" } }, { id: "asc" }],
    skip: shown * pageSize,
    take: pageSize,
    select: { person: { select: { fullName: true } } },
  });
  return {
    topic: meeting.topic,
    names: rows.map(({ person }) => person.fullName),
    total,
    page: shown,
    pages,
  };
}
