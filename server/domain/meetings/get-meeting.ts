import { meetingView } from "@/server/domain/meetings/meeting-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import type { MeetingView } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A meeting with everything that is shown of it. Throws `forbidden`, `not_found`. */
export async function getMeeting(
  actor: MeetingActor,
  { meetingId: id }: { meetingId: number },
): Promise<MeetingView> {
  await requireMeetingRight(actor, "meetings.view");
  if ((await db.meeting.count({ where: { id, workspaceId: actor.workspaceId } })) === 0)
    throw new AppError("not_found", "meeting", "There is no such meeting.");
  return meetingView(id);
}
