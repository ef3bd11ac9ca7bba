import { attendanceButtons, attendanceLabel } from "@/server/domain/meetings/attendance-buttons";
import { listFellowInvitees } from "@/server/domain/meetings/dialogues/list-fellow-invitees";
import { meetingValues } from "@/server/domain/meetings/meeting-values";
import { meetingsOf } from "@/server/domain/meetings/meetings-of";
import type { InviteeView, MeetingView } from "@/server/domain/meetings/schema";
import type { MeetingTextValues } from "@/server/domain/meetings/texts/text-keys";
import { pageButtons, pageWords } from "./meeting-menu";
import { button, type Screen, say, sayText, type Turn } from "./turn";
import { shortMoment } from "./words-for-time";

const namesAtOnce = 40;

/** A meeting that a person is invited to, with their own answer. */
export type OwnMeeting = { meeting: MeetingView; invitee: InviteeView };

/** Their coming meetings, the next first. */
export function ownMeetings({ invitee }: Turn): Promise<OwnMeeting[]> {
  return meetingsOf(invitee);
}

/** The coming meeting by the person's own invitation; null when it is none of theirs, or over. */
export async function ownMeeting(turn: Turn, inviteeId: number): Promise<OwnMeeting | null> {
  return (await ownMeetings(turn)).find(({ invitee }) => invitee.id === inviteeId) ?? null;
}

/** What stands for the placeholders of a text about somebody's own meeting. */
export function ownValues(turn: Turn, { meeting, invitee }: OwnMeeting): MeetingTextValues {
  const startsAt = new Date(meeting.startsAt);
  const answersUntil = meeting.answersUntil === null ? null : new Date(meeting.answersUntil);
  return {
    ...meetingValues({ ...meeting, startsAt, answersUntil }, turn.locale),
    fio: invitee.person.fullName,
    answer: invitee.attendance ? attendanceLabel(turn.locale, invitee.attendance) : "",
    comment: invitee.comment,
  };
}

/** Everything about a meeting and its answer's buttons, as long as they may be pressed. */
export async function infoScreen(turn: Turn, own: OwnMeeting): Promise<Screen> {
  const { meeting, invitee } = own;
  return {
    text: await sayText(turn, "info", ownValues(turn, own)),
    buttons: [
      ...(meeting.isOpen ? attendanceButtons(turn.locale, invitee.id) : []),
      [button(say(turn, "whoIsInvited"), `if:${meeting.id}:0`)],
    ],
  };
}

/** That answers are no longer taken. */
export async function closedScreen(turn: Turn, own: OwnMeeting): Promise<Screen> {
  return { text: await sayText(turn, "closed", ownValues(turn, own)) };
}

/** An answer as it is kept now. */
export async function confirmationScreen(turn: Turn, own: OwnMeeting): Promise<Screen> {
  const { id, comment } = own.invitee;
  return {
    text: await sayText(turn, "confirmation", ownValues(turn, own)),
    buttons: [
      [
        button(say(turn, "changeAnswer"), `ma:${id}`),
        button(say(turn, comment ? "changeComment" : "commentButton"), `ma:${id}:comment`),
      ],
    ],
  };
}

/** Which of several meetings is meant; `act` stands in the buttons' data before the id. */
export function chooseScreen(turn: Turn, all: OwnMeeting[], act: "ma" | "mf" | "if"): Screen {
  return {
    text: say(turn, "chooseMeeting", { count: all.length }),
    // A message has room for twenty.
    buttons: all
      .slice(0, 18)
      .map(({ meeting, invitee }) => [
        button(
          `${invitee.attendance ? "✔ " : ""}${shortMoment(meeting.startsAt, meeting.timeZone)} · ${meeting.topic}`,
          act === "if" ? `if:${meeting.id}:0` : `${act}:${invitee.id}`,
        ),
      ]),
  };
}

/** Who else is invited, by page from 0: names only. Throws `not_found` for a meeting of others. */
export async function fellowScreen(turn: Turn, meetingId: number, page: number): Promise<Screen> {
  const found = await listFellowInvitees(turn.invitee, { meetingId, page, pageSize: namesAtOnce });
  const names = found.names.map((name, index) => `${found.page * namesAtOnce + index + 1}. ${name || "—"}`);
  const buttons = pageButtons(turn, found.page, found.pages, (to) => `if:${meetingId}:${to}`);
  return {
    text: [
      say(turn, "fellows", { topic: found.topic, count: found.total }),
      [...names, pageWords(turn, found.page, found.pages)].filter(Boolean).join("\n"),
    ].join("\n\n"),
    ...(buttons.length > 0 && { buttons }),
  };
}
