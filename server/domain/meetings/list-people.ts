import type { Prisma } from "@/prisma/generated/client";
import { findReach } from "@/server/domain/meetings/find-reach";
import { personSearch } from "@/server/domain/meetings/list-invitees";
import { personView } from "@/server/domain/meetings/person-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import { type ListPeopleInput, listPeopleInput, type PersonView } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";

const pageSize = 50;

/** A page of the people whom meetings know, by name. Throws `forbidden`. */
export async function listPeople(
  actor: MeetingActor,
  given: ListPeopleInput,
): Promise<{ people: PersonView[]; total: number; pages: number }> {
  await requireMeetingRight(actor, "meetings.view");
  const { search, only, page } = listPeopleInput.parse(given);
  const { workspaceId } = actor;
  const where: Prisma.MeetingPersonWhereInput = {
    workspaceId,
    ...(only === "permanent" && { isPermanent: true }),
    ...(only === "organisers" && { isOrganiser: true }),
    ...(search && { AND: personSearch(search) }),
  };
  const total = await db.meetingPerson.count({ where });
  const rows = await db.meetingPerson.findMany({
    where,
    orderBy: [{ fullName: "asc" }, { id: "asc" }],
    skip: page * pageSize,
    take: pageSize,
  });
  const reach = await findReach(workspaceId, rows);
  return {
    people: rows.map((row) => personView(row, reach.get(row.id) ?? "none")),
    total,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  };
}
