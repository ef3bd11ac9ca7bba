import { randomUUID } from "node:crypto";
import { z } from "zod";
import { changeMeeting } from "@/server/domain/meetings/change-meeting";
import { moveMeeting } from "@/server/domain/meetings/move-meeting";
import { momentAt } from "@/server/domain/meetings/read-moment";
import type { MeetingView } from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { makeForm } from "./form";
import { meetingMenu } from "./meeting-menu";
import { momentSteps } from "./moment-steps";
import { repeatWords } from "./read-fields";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { type Reply, say, type Turn } from "./turn";
import { momentWords } from "./words-for-time";

const valuesSchema = z.object({
  meetingId: z.number(),
  /** `move`: another meeting takes over; `shift`: the same at another time. */
  kind: z.enum(["move", "shift"]),
  clientId: z.string(),
  topic: z.string(),
  timeZone: z.string(),
  startsAt: z.string(),
  day: z.string().optional(),
  time: z.string().optional(),
});
type Values = z.infer<typeof valuesSchema>;

/** The dialogue that gives a meeting another time. */
export const timeForm = makeForm<Values>({
  name: "time",
  schema: valuesSchema,
  title: (turn, { kind, topic, startsAt, timeZone }) =>
    say(turn, kind === "move" ? "titleMove" : "titleShift", {
      topic,
      when: momentWords(turn.locale, startsAt, timeZone),
    }),
  steps: [
    ...momentSteps<Values>({ next: "confirm" }),
    {
      name: "confirm",
      shown: () => null,
      prompt: (turn, { kind }) => say(turn, kind === "move" ? "askMove" : "askShift"),
      choices: (turn, { kind }) => [[{ label: say(turn, kind === "move" ? "move" : "save"), value: "yes" }]],
      read: (turn, values, given) =>
        (given.kind === "choice" ? given.value === "yes" : /^(да|yes|ok|ок)[.!]?$/i.test(given.text.trim()))
          ? { ok: true, values }
          : { ok: false, why: say(turn, "pressOrBack") },
    },
  ],
  finish: async (turn, { kind, meetingId, clientId, day = "", time = "", timeZone }) => {
    const organiser = requireOrganiser(turn);
    const moment = momentAt(day, time, { now: clock.now(), timeZone });
    if (!moment.ok) return { ok: false, step: "day", why: say(turn, "refusedPast") };
    const startsAt = moment.at.toISOString();
    const done =
      kind === "move"
        ? await moveMeeting(organiser, { meetingId, startsAt, clientId })
        : await changeMeeting(organiser, { meetingId, startsAt });
    if (!done.ok)
      return { ok: false, step: done.reason === "past" ? "day" : "confirm", why: refusalWords(turn, done) };
    const note = [say(turn, kind === "move" ? "moved" : "saved"), seriesWords(turn, done.meeting)]
      .filter(Boolean)
      .join("\n");
    return { ok: true, reply: { screens: [await meetingMenu(turn, done.meeting.id, note)] } };
  },
  left: (turn, { meetingId }) => meetingMenu(turn, meetingId),
});

/** How the series of a meeting that has another time now goes on; "" where there is none. */
function seriesWords(turn: Turn, { repeat }: MeetingView): string {
  if (!repeat) return "";
  if (repeat.kind !== "cron") return say(turn, "seriesFollows");
  return say(turn, "seriesStays", { rule: repeatWords(turn, repeat) });
}

/** Begins to give a meeting another time. */
export function beginTime(turn: Turn, meeting: MeetingView, kind: Values["kind"]): Promise<Reply> {
  const { id: meetingId, topic, timeZone, startsAt } = meeting;
  return timeForm.open(turn, { meetingId, kind, clientId: randomUUID(), topic, timeZone, startsAt });
}
