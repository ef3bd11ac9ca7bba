import type { Meeting, MeetingSeries } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { dropWaiting } from "@/server/domain/meetings/drop-waiting";
import { wakeTelling } from "@/server/domain/meetings/invite-people";
import { lockMeeting } from "@/server/domain/meetings/lock-meeting";
import { type CallLink, makeCallLink, takeCallBack } from "@/server/domain/meetings/make-call-link";
import { dayOf } from "@/server/domain/meetings/meeting-clock";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { cronOf, nextMoment, repeatOf } from "@/server/domain/meetings/meeting-repeat";
import { meetingView } from "@/server/domain/meetings/meeting-view";
import { movedDeadline } from "@/server/domain/meetings/moved-deadline";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  type ChangeMeetingInput,
  changeMeetingInput,
  type MeetingRefusal,
  type MeetingRepeat,
  type MeetingView,
} from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** What guests see of a meeting: when one of these changes they are told. */
const told = ["topic", "startsAt", "durationMinutes", "timeZone", "place", "link", "agenda"] as const;
const noCall = { callResourceId: null, callExternalId: null };

/**
 * Changes what is given of a planned meeting. With another beginning its deadline goes along and everybody is asked
 * again, else the answers stay. What guests see of it raises its calendar event's SEQUENCE and is told to them. Throws
 * `forbidden`, `not_found`.
 */
export async function changeMeeting(
  actor: MeetingActor,
  given: ChangeMeetingInput,
): Promise<{ ok: true; meeting: MeetingView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { meetingId, makeLink, repeat, ...fields } = changeMeetingInput.parse(given);
  const { workspaceId } = actor;
  const before = await db.meeting.findFirst({ where: { id: meetingId, workspaceId } });
  if (!before) throw new AppError("not_found", "meeting", "There is no such meeting.");
  if (before.state !== "planned") return { ok: false, reason: "not_planned" };
  const wanted = { ...before, ...written(before, fields) };
  const { startsAt, timeZone } = wanted;
  const isMoved = startsAt.getTime() !== before.startsAt.getTime();
  if (isMoved && startsAt <= clock.now()) return { ok: false, reason: "past" };
  if (makeLink && fields.link) return { ok: false, reason: "link_and_account" };
  if (repeat) {
    const cron = cronOf(repeat, wanted);
    if (!nextMoment(cron, timeZone, startsAt)) return { ok: false, reason: "bad_cron", detail: cron };
  }
  const isOurs = before.callExternalId !== null;
  const keepsOurs = isOurs && makeLink !== false && !fields.link;
  // A link of another time would end too early at its service: it is made anew.
  const makesAnew = keepsOurs ? isMoved : makeLink === true;
  const made = makesAnew ? await makeCallLink(workspaceId, wanted) : null;
  if (made && !made.ok) return made;
  const link = made ? made.call : isOurs && !keepsOurs ? { link: fields.link ?? "", ...noCall } : {};
  const outcome = await transaction(async (tx) => {
    const row = await lockMeeting(tx, workspaceId, meetingId, "change");
    if (row.state !== "planned") return { ok: false as const, replaced: made?.call ?? null };
    const data = { ...written(row, fields), ...(keepsOurs && { link: row.link }), ...link };
    const changed = await tx.meeting.update({ where: { id: meetingId }, data });
    const isTold = told.some((field) => String(row[field]) !== String(changed[field]));
    const isRepeated = await keepSeries(tx, row, changed, repeat);
    const names = (Object.keys(data) as (keyof Meeting)[]).filter(
      (name) => String(row[name]) !== String(changed[name]),
    );
    if (isRepeated) names.push("seriesId");
    if (names.length > 0) {
      const target = { id: meetingId, name: changed.topic };
      await recordAudit(tx, actor, { action: "meeting.changed", target, details: { changes: names } });
      tellMeetingChanged(tx, workspaceId, meetingId);
    }
    if (isTold) await letKnow(tx, row, changed);
    return { ok: true as const, replaced: "callExternalId" in link ? callOf(row) : null };
  });
  if (outcome.replaced) await takeCallBack(workspaceId, outcome.replaced);
  if (!outcome.ok) return { ok: false, reason: "not_planned" };
  return { ok: true, meeting: await meetingView(meetingId) };
}

/** The link that our account made for a meeting; null for none. */
export function callOf({ link, callResourceId, callExternalId }: Meeting): CallLink | null {
  return callResourceId !== null && callExternalId !== null ? { link, callResourceId, callExternalId } : null;
}

/** A change that guests see: the calendar's number goes up and they are told; of another beginning they are asked. */
async function letKnow(tx: Tx, before: Meeting, after: Meeting): Promise<void> {
  const { id: meetingId } = after;
  const isMoved = before.startsAt.getTime() !== after.startsAt.getTime();
  const calendarSequence = before.calendarSequence + 1;
  const numbers = { calendarSequence, ...(isMoved && { timeSequence: calendarSequence }) };
  await tx.meeting.update({ where: { id: meetingId }, data: numbers });
  if (isMoved) await forgetAnswers(tx, meetingId);
  else if (before.timeZone !== after.timeZone)
    await tx.absence.updateMany({ where: { meetingId, day: dayOf(before) }, data: { day: dayOf(after) } });
  await wakeTelling(tx, meetingId);
}

/**
 * Who said that they come at one time has not said so of another. What they said stays in the audit log, and who is away
 * that day stays so.
 */
async function forgetAnswers(tx: Tx, meetingId: number): Promise<void> {
  await dropWaiting(tx, meetingId);
  await tx.invitee.updateMany({
    where: { meetingId },
    data: { attendance: null, comment: "", answeredAt: null, answeredBy: null, remindedAtMin: null },
  });
}

/**
 * Brings the meeting's series in line: days and weeks follow the hour of a meeting that is held by the rule, one that was
 * moved goes its own way. Whether anything of it changed.
 */
async function keepSeries(
  tx: Tx,
  before: Meeting,
  meeting: Meeting,
  wanted: MeetingRepeat | null | undefined,
): Promise<boolean> {
  const { id, workspaceId, timeZone } = meeting;
  const series = await findRunning(tx, meeting);
  if (wanted === null) {
    if (!series) return false;
    await tx.meetingSeries.update({ where: { id: series.id }, data: { stoppedAt: clock.now() } });
    return true;
  }
  const isSameTime = before.startsAt.getTime() === meeting.startsAt.getTime() && before.timeZone === timeZone;
  if (!wanted && (!series || isSameTime)) return false;
  const repeat = wanted ?? (series ? repeatOf(series, before) : null);
  if (!repeat) return false;
  const rule = { repeat: repeat.kind, cron: cronOf(repeat, meeting), timeZone };
  if (series) {
    await tx.meetingSeries.update({ where: { id: series.id }, data: rule });
    return series.cron !== rule.cron || series.timeZone !== timeZone;
  }
  const { id: seriesId } = await tx.meetingSeries.create({ data: { workspaceId, ...rule } });
  await tx.meeting.update({ where: { id }, data: { seriesId } });
  return true;
}

async function findRunning(tx: Tx, { seriesId }: Meeting): Promise<MeetingSeries | null> {
  return seriesId === null ? null : tx.meetingSeries.findFirst({ where: { id: seriesId, stoppedAt: null } });
}

/** What is given of a meeting as it is kept; a deadline that is not given keeps its distance from the beginning. */
function written(meeting: Meeting, fields: Omit<ChangeMeetingInput, "meetingId" | "makeLink" | "repeat">) {
  const startsAt = fields.startsAt === undefined ? meeting.startsAt : new Date(fields.startsAt);
  const shift = startsAt.getTime() - meeting.startsAt.getTime();
  const { answersUntil: until = movedDeadline(meeting.answersUntil, shift) } = fields;
  return defined({ ...fields, startsAt, answersUntil: until === null ? null : new Date(until) });
}

/** Without what was left out, which stays as it is. */
function defined<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
