import { attendanceLabel } from "@/server/domain/meetings/attendance-buttons";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import { listMeetings } from "@/server/domain/meetings/list-meetings";
import { ATTENDANCES, type AttendanceCounts, type MeetingView } from "@/server/domain/meetings/schema";
import { zoneName } from "@/server/domain/meetings/zone-name";
import type { OutgoingButton } from "@/server/providers/provider";
import { repeatWords } from "./read-fields";
import { requireOrganiser } from "./require-organiser";
import { button, type Screen, say, type Viewer } from "./turn";
import { momentWords, shortMoment } from "./words-for-time";

const listedAtOnce = 8;

/** The coming meetings of the workspace, by page from 0, each with a button that opens it. */
export async function meetingList(turn: Viewer, page: number): Promise<Screen> {
  const meetings = await listMeetings(requireOrganiser(turn), { states: ["planned"] });
  const create = button(say(turn, "createButton"), "mc");
  if (meetings.length === 0) return { text: say(turn, "listEmpty"), buttons: [[create]] };
  const pages = Math.ceil(meetings.length / listedAtOnce);
  const shown = Math.min(page, pages - 1);
  const listed = meetings.slice(shown * listedAtOnce, (shown + 1) * listedAtOnce);
  return {
    text: [say(turn, "listTitle", { count: meetings.length }), pageWords(turn, shown, pages)]
      .filter(Boolean)
      .join("\n"),
    buttons: [
      ...listed.map(({ id, topic, startsAt, timeZone }) => [
        button(`${shortMoment(startsAt, timeZone)} · ${topic}`, `mm:${id}`),
      ]),
      ...pageButtons(turn, shown, pages, (to) => `ml:${to}`),
      [create],
    ],
  };
}

/** A meeting as it stands now, with what an organiser may do; `note` is told above. */
export async function meetingMenu(turn: Viewer, meetingId: number, note?: string): Promise<Screen> {
  const meeting = await getMeeting(requireOrganiser(turn), { meetingId });
  const data = (act: string) => `mm:${meetingId}:${act}`;
  const isPlanned = meeting.state === "planned";
  const { queue } = meeting;
  const stands = meetingWords(turn, meeting);
  // What waits now will have gone by the time of the next answer.
  const waits = queue.waiting > 0 && say(turn, "queue", { count: queue.waiting, seconds: queue.seconds });
  return {
    text: [note, [stands, waits].filter(Boolean).join("\n")].filter(Boolean).join("\n\n"),
    summary: { meetingId, view: `mm:${meetingId}`, text: stands },
    buttons: [
      ...(isPlanned
        ? [
            [
              button(say(turn, "editButton"), data("edit")),
              button(say(turn, "moveButton"), data("move")),
              button(say(turn, "cancelButton"), data("cancel")),
            ],
            [button(say(turn, "addButton"), data("add")), button(say(turn, "pasteButton"), data("list"))],
          ]
        : []),
      [
        button(say(turn, "inviteesButton", { count: meeting.counts.total }), `iv:${meetingId}:a:0`),
        button(say(turn, "refresh"), `mm:${meetingId}`),
      ],
      [button(say(turn, "toList"), "ml:0")],
    ],
  };
}

/** Everything an organiser reads of a meeting, with its answers as they stand. */
function meetingWords(turn: Viewer, meeting: MeetingView): string {
  const { topic, startsAt, timeZone, durationMinutes, place, link, agenda, organiser, repeat } = meeting;
  const { answersUntil, state } = meeting;
  const lines = [
    `📅 ${topic}${state === "planned" ? "" : ` — ${say(turn, `state_${state}`)}`}`,
    `🗓 ${momentWords(turn.locale, startsAt, timeZone)} (${zoneName(turn.locale, timeZone, new Date(startsAt))}), ${say(turn, "minutes", { count: durationMinutes })}`,
    place && `📍 ${place}`,
    link && `🔗 ${link}`,
    organiser && `👤 ${organiser.fullName || organiser.email || ""}`,
    repeat && `🔁 ${repeatWords(turn, repeat)}`,
    answersUntil && say(turn, "until", { when: momentWords(turn.locale, answersUntil, timeZone) }),
    agenda && `\n${agenda}`,
    `\n${countWords(turn, meeting.counts)}`,
  ];
  return lines.filter(Boolean).join("\n");
}

/** How many said what. */
export function countWords(turn: Viewer, counts: AttendanceCounts): string {
  const { total, unanswered } = counts;
  if (total === 0) return say(turn, "nobodyInvited");
  const said = ATTENDANCES.filter((one) => counts[one] > 0).map(
    (one) => `${attendanceLabel(turn.locale, one)}: ${counts[one]}`,
  );
  return [
    say(turn, "counts", { total, answered: total - unanswered }),
    [...said, ...(unanswered > 0 ? [say(turn, "unanswered", { count: unanswered })] : [])].join(" · "),
  ].join("\n");
}

/** “Page 2 of 5”, and nothing for a single one. */
export function pageWords(turn: Viewer, page: number, pages: number): string {
  return pages > 1 ? say(turn, "page", { page: page + 1, pages }) : "";
}

/** Buttons to the neighbouring pages. */
export function pageButtons(
  turn: Viewer,
  page: number,
  pages: number,
  data: (page: number) => string,
): OutgoingButton[][] {
  const row = [
    ...(page > 0 ? [button(say(turn, "previous"), data(page - 1))] : []),
    ...(page < pages - 1 ? [button(say(turn, "next"), data(page + 1))] : []),
  ];
  return row.length > 0 ? [row] : [];
}

/** Asks whether a meeting is really to be cancelled. */
export async function cancelMenu(turn: Viewer, meetingId: number): Promise<Screen> {
  const { topic, startsAt, timeZone, repeat, counts } = await getMeeting(requireOrganiser(turn), {
    meetingId,
  });
  const when = momentWords(turn.locale, startsAt, timeZone);
  return {
    text: say(turn, "askCancel", { topic, when, count: counts.total }),
    buttons: [
      [button(say(turn, repeat ? "cancelOne" : "cancelYes"), `mm:${meetingId}:cancel-one`)],
      ...(repeat ? [[button(say(turn, "cancelAll"), `mm:${meetingId}:cancel-all`)]] : []),
      [button(say(turn, "cancelNo"), `mm:${meetingId}`)],
    ],
  };
}
