import { MEETING_ROW, meetingSummaries } from "@/server/domain/meetings/meeting-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import type { ListMeetingsInput, MeetingSummary } from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { db, sql } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

/** More than fits any page; what comes later shows once the range is moved. */
const mostListed = 1000;

/** The meetings of a range of time, in the order of their time; from now on where no range is given. Throws `forbidden`. */
export async function listMeetings(
  actor: MeetingActor,
  { from, to, search, states }: ListMeetingsInput,
): Promise<MeetingSummary[]> {
  await requireMeetingRight(actor, "meetings.view");
  const since = from ? new Date(from) : clock.now();
  const until = to ? sql`and starts_at < ${new Date(to)}` : sql``;
  const found = await db.$queryRaw<{ id: number }[]>`
    select id from meetings
    where workspace_id = ${actor.workspaceId} ${until}
      and starts_at + duration_minutes * interval '1 minute' > ${since}
      -- None is longer than a day: the index finds where to begin.
      and starts_at > ${since}::timestamptz - interval '2 days'
    order by starts_at, id`;
  const like = search ? escapeLike(search) : undefined;
  const rows = await db.meeting.findMany({
    where: {
      id: { in: found.map(({ id }) => id) },
      ...(states && { state: { in: states } }),
      ...(like && {
        OR: (["topic", "place", "agenda"] as const).map((field) => ({
          [field]: { contains: like, mode: "insensitive" as const },
        })),
      }),
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: mostListed,
    include: MEETING_ROW,
  });
  return meetingSummaries(rows);
}
