import { randomUUID } from "node:crypto";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { meetingBots } from "@/server/domain/meetings/find-reach";
import { invitePeople } from "@/server/domain/meetings/invite-people";
import { makeCallLink, takeCallBack } from "@/server/domain/meetings/make-call-link";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { cronOf, nextMoment } from "@/server/domain/meetings/meeting-repeat";
import { meetingView } from "@/server/domain/meetings/meeting-view";
import { organiserOf } from "@/server/domain/meetings/organiser-of";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  type CreateMeetingInput,
  createMeetingInput,
  type MeetingRefusal,
  type MeetingView,
} from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** The product's name for calendar events, behind what makes each one its own. */
const uidDomain = "assistchat";

/**
 * Plans a meeting and invites the permanent invitees, unless told not to. The same `clientId` twice is one meeting.
 * Throws `forbidden`, and `not_found` for an organiser or a bot that is none of the workspace's.
 */
export async function createMeeting(
  actor: MeetingActor,
  given: CreateMeetingInput,
): Promise<{ ok: true; meeting: MeetingView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const input = createMeetingInput.parse(given);
  const { workspaceId } = actor;
  const known = await findMade(db, workspaceId, input.clientId);
  if (known !== null) return { ok: true, meeting: await meetingView(known) };
  const startsAt = new Date(input.startsAt);
  if (startsAt <= clock.now()) return { ok: false, reason: "past" };
  if (input.makeLink && input.link) return { ok: false, reason: "link_and_account" };
  const { topic, timeZone, durationMinutes = 60, repeat } = input;
  const cron = repeat && cronOf(repeat, { startsAt, timeZone });
  if (cron && !nextMoment(cron, timeZone, startsAt)) return { ok: false, reason: "bad_cron", detail: cron };
  const made = input.makeLink
    ? await makeCallLink(workspaceId, { topic, startsAt, durationMinutes, timeZone })
    : null;
  if (made && !made.ok) return made;
  const planned = await transaction(async (tx) => {
    // Whoever comes with the same id at the same time waits here and then finds it.
    await tx.$queryRaw`
      select pg_advisory_xact_lock(hashtextextended(${`meeting:${workspaceId}:${input.clientId}`}, 0))::text`;
    const existing = await findMade(tx, workspaceId, input.clientId);
    if (existing !== null) return { id: existing, isNew: false };
    const resourceId = await botFor(tx, workspaceId, input.resourceId);
    const organiserId = await organiserOf(tx, actor, input.organiserId);
    const series =
      repeat && cron
        ? await tx.meetingSeries.create({ data: { workspaceId, repeat: repeat.kind, cron, timeZone } })
        : null;
    const meeting = await tx.meeting.create({
      data: {
        workspaceId,
        resourceId,
        organiserId,
        seriesId: series?.id,
        topic,
        startsAt,
        durationMinutes,
        timeZone,
        place: input.place,
        link: input.link,
        ...made?.call,
        agenda: input.agenda,
        answersUntil: input.answersUntil && new Date(input.answersUntil),
        reminderMinutes: input.reminderMinutes,
        calendarUid: `${randomUUID()}@${uidDomain}`,
        clientId: input.clientId,
      },
    });
    if (input.invitePermanent ?? true) await invitePeople(tx, meeting, { permanent: true });
    await recordAudit(tx, actor, { action: "meeting.created", target: { id: meeting.id, name: topic } });
    tellMeetingChanged(tx, workspaceId, meeting.id);
    return { id: meeting.id, isNew: true };
  });
  // Somebody else with the same id was quicker: what was made for this one is not needed.
  if (!planned.isNew && made) await takeCallBack(workspaceId, made.call);
  return { ok: true, meeting: await meetingView(planned.id) };
}

async function findMade(tx: Tx, workspaceId: number, clientId: string): Promise<number | null> {
  const where = { workspaceId_clientId: { workspaceId, clientId } };
  return (await tx.meeting.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** The bot asked for; unless one was named, the workspace's only one. */
async function botFor(tx: Tx, workspaceId: number, asked: number | null | undefined): Promise<number | null> {
  if (asked === null) return null;
  const bots = await meetingBots(tx, workspaceId);
  if (asked === undefined) return bots.length === 1 ? (bots[0]?.id ?? null) : null;
  if (bots.some(({ id }) => id === asked)) return asked;
  throw new AppError("not_found", "resource", "There is no such bot for meetings.");
}
