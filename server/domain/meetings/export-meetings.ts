import type { Prisma } from "@/prisma/generated/client";
import { db } from "@/server/lib/db";

const batchSize = 100;

/** A workspace's meetings, or those that a contact is invited to, as data: with whom of them, and their answers. */
export async function* exportMeetings({
  workspaceId,
  contactId,
}: {
  workspaceId: number;
  contactId?: number;
}): AsyncGenerator<object> {
  const whose: Prisma.InviteeWhereInput = contactId ? { person: { contactId } } : {};
  for (let last = 0; ; ) {
    const rows = await db.meeting.findMany({
      where: { workspaceId, id: { gt: last }, ...(contactId && { invitees: { some: whose } }) },
      orderBy: { id: "asc" },
      take: batchSize,
      omit: { workspaceId: true, clientId: true },
      include: {
        series: { omit: { workspaceId: true } },
        invitees: {
          where: whose,
          orderBy: { id: "asc" },
          include: { person: { omit: { workspaceId: true } } },
        },
      },
    });
    yield* rows;
    if (rows.length < batchSize) return;
    last = rows.at(-1)?.id ?? last;
  }
}
