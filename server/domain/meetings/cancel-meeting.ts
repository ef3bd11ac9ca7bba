import { recordAudit } from "@/server/domain/audit/record-audit";
import { callOf } from "@/server/domain/meetings/change-meeting";
import { dropWaiting } from "@/server/domain/meetings/drop-waiting";
import { wakeTelling } from "@/server/domain/meetings/invite-people";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { takeCallBack } from "@/server/domain/meetings/make-call-link";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { meetingView } from "@/server/domain/meetings/meeting-view";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  type CancelMeetingInput,
  cancelMeetingInput,
  type MeetingRefusal,
  type MeetingView,
} from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/**
 * Cancels a planned meeting, with `series` also all that would follow it; guests are told, and our own link is taken
 * back. A second time changes nothing. Throws `forbidden`, `not_found`.
 */
export async function cancelMeeting(
  actor: MeetingActor,
  given: CancelMeetingInput,
): Promise<{ ok: true; meeting: MeetingView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { meetingId, series } = cancelMeetingInput.parse(given);
  const { workspaceId } = actor;
  const state = await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, workspaceId, meetingId, "change");
    if (meeting.state === "moved") return meeting.state;
    const stopped =
      series && meeting.seriesId !== null
        ? await tx.meetingSeries.updateMany({
            where: { id: meeting.seriesId, stoppedAt: null },
            data: { stoppedAt: clock.now() },
          })
        : { count: 0 };
    if (meeting.state === "planned") {
      await tx.meeting.update({
        where: { id: meetingId },
        data: { state: "cancelled", calendarSequence: { increment: 1 } },
      });
      await dropWaiting(tx, meetingId);
      await wakeTelling(tx, meetingId);
    } else if (stopped.count === 0) return meeting.state;
    await recordAudit(tx, actor, {
      action: "meeting.cancelled",
      target: { id: meetingId, name: meeting.topic },
      details: { series: stopped.count > 0 },
    });
    tellMeetingChanged(tx, workspaceId, meetingId);
    return meeting.state;
  });
  if (state === "moved") return { ok: false, reason: "not_planned" };
  await dropCallLink(meetingId);
  return { ok: true, meeting: await meetingView(meetingId) };
}

/** Takes a cancelled meeting's link back from the account that made it; what fails is tried again by `runMeetings`. */
export async function dropCallLink(meetingId: number): Promise<void> {
  const meeting = await db.meeting.findFirst({ where: { id: meetingId, state: "cancelled" } });
  const call = meeting && callOf(meeting);
  if (!call || !(await takeCallBack(meeting.workspaceId, call))) return;
  await db.meeting.update({
    where: { id: meetingId },
    data: { link: "", callResourceId: null, callExternalId: null },
  });
}
