import type { Prisma } from "@/prisma/generated/client";
import { findReach } from "@/server/domain/meetings/find-reach";
import { inviteeView } from "@/server/domain/meetings/person-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { type InviteePage, type ListInviteesInput, listInviteesInput } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { escapeLike } from "@/server/lib/escape-like";

/** A page of a meeting's invitees by name; a page beyond the last is the last. Throws `forbidden`, `not_found`. */
export async function listInvitees(actor: MeetingActor, given: ListInviteesInput): Promise<InviteePage> {
  await requireMeetingRight(actor, "meetings.view");
  const { meetingId, search, voted, attendance, page, pageSize } = listInviteesInput.parse(given);
  const { workspaceId } = actor;
  const meeting = await db.meeting.findFirst({ where: { id: meetingId, workspaceId } });
  if (!meeting) throw new AppError("not_found", "meeting", "There is no such meeting.");
  const where: Prisma.InviteeWhereInput = {
    meetingId,
    AND: [
      voted === "all" ? {} : { attendance: voted === "voted" ? { not: null } : null },
      attendance ? { attendance } : {},
      search ? { person: { AND: personSearch(search) } } : {},
    ],
  };
  const total = await db.invitee.count({ where });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pages - 1);
  const rows = await db.invitee.findMany({
    where,
    orderBy: [{ person: { fullName: "asc" } }, { id: "asc" }],
    skip: shown * pageSize,
    take: pageSize,
    include: { person: true },
  });
  const people = rows.map(({ person }) => person);
  const reach = await findReach(workspaceId, people, meeting.resourceId);
  return {
    invitees: rows.map((row) => inviteeView(row, reach.get(row.personId) ?? "none")),
    total,
    page: shown,
    pages,
  };
}

/** What a person must fulfil to be found by every word of a search: in the name, the e-mail or the phone. */
export function personSearch(search: string): Prisma.MeetingPersonWhereInput[] {
  return search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = { contains: escapeLike(word), mode: "insensitive" as const };
      const digits = /^[\d+()-]+$/.test(word) ? word.replace(/\D/g, "") : "";
      return {
        OR: [
          { fullName: like },
          { email: like },
          ...(digits.length >= 3 ? [{ phone: { contains: digits } }] : []),
        ],
      };
    });
}
