import { z } from "zod";
import { changeMeeting } from "@/server/domain/meetings/change-meeting";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import type { MeetingView } from "@/server/domain/meetings/schema";
import { EDITED, type EditedField, isEditedField } from "./edited-fields";
import { makeForm } from "./form";
import { meetingMenu } from "./meeting-menu";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { beginTime } from "./time-form";
import { button, type Reply, type Screen, say, type Turn } from "./turn";

const valuesSchema = z.object({
  meetingId: z.number(),
  field: z.string(),
  /** What the field says now, in words. */
  now: z.string(),
  change: z.record(z.string(), z.unknown()).optional(),
});
type Values = z.infer<typeof valuesSchema>;

const fieldOf = (name: string) => EDITED[isEditedField(name) ? name : "topic"];

/** The dialogue that changes one thing of a meeting. */
export const editForm = makeForm<Values>({
  name: "edit",
  schema: valuesSchema,
  title: (turn, { field }) => say(turn, "titleEdit", { name: say(turn, fieldOf(field).label) }),
  steps: [
    {
      name: "value",
      shown: (turn, { now }) => say(turn, "isNow", { value: now || say(turn, "nothing") }),
      prompt: (turn, { field }) => say(turn, fieldOf(field).ask),
      choices: async (turn, { field, meetingId }) => {
        const meeting = await getMeeting(requireOrganiser(turn), { meetingId });
        return (await fieldOf(field).choices?.(turn, meeting)) ?? [];
      },
      read: async (turn, values, given) => {
        const meeting = await getMeeting(requireOrganiser(turn), { meetingId: values.meetingId });
        const text = given.kind === "text" ? given.text : given.value;
        const read = await fieldOf(values.field).read(turn, text, meeting);
        return read.ok ? { ok: true, values: { ...values, change: read.value } } : read;
      },
    },
  ],
  finish: async (turn, { meetingId, change }) => {
    const done = await changeMeeting(requireOrganiser(turn), { meetingId, ...change });
    if (!done.ok) return { ok: false, step: "value", why: refusalWords(turn, done) };
    return { ok: true, reply: { screens: [await meetingMenu(turn, meetingId, say(turn, "saved"))] } };
  },
  left: (turn, { meetingId }) => meetingMenu(turn, meetingId),
});

/** Begins to change one thing of a meeting. Throws `forbidden`, `not_found`. */
export async function beginEditing(turn: Turn, meetingId: number, field: string): Promise<Reply> {
  const meeting = await getMeeting(requireOrganiser(turn), { meetingId });
  if (field === "start") return beginTime(turn, meeting, "shift");
  const now = fieldOf(field).now(turn, meeting);
  return editForm.open(turn, { meetingId, field, now: now.length > 300 ? `${now.slice(0, 300)}…` : now });
}

/** What may be changed of a meeting, a button each. */
export async function editMenu(turn: Turn, meetingId: number): Promise<Screen> {
  const meeting: MeetingView = await getMeeting(requireOrganiser(turn), { meetingId });
  const fields = Object.keys(EDITED) as EditedField[];
  const field = (name: string, label: string) => button(label, `mm:${meetingId}:e-${name}`);
  const all = [
    field("start", say(turn, "startField")),
    ...fields.map((name) => field(name, say(turn, EDITED[name].label))),
  ];
  const rows = Array.from({ length: Math.ceil(all.length / 3) }, (_, row) => all.slice(row * 3, row * 3 + 3));
  return {
    text: say(turn, "askField", { topic: meeting.topic }),
    buttons: [...rows, [button(say(turn, "toMeeting"), `mm:${meetingId}`)]],
  };
}
