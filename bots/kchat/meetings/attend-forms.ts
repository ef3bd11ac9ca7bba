import { z } from "zod";
import { attendanceButtons } from "@/server/domain/meetings/attendance-buttons";
import { recordAttendance } from "@/server/domain/meetings/record-attendance";
import type { AttendanceName } from "@/server/domain/meetings/schema";
import {
  chooseScreen,
  closedScreen,
  confirmationScreen,
  type OwnMeeting,
  ownMeeting,
  ownMeetings,
  ownValues,
} from "./attend-screens";
import { type Finished, makeForm } from "./form";
import { readWords } from "./read-fields";
import { refusalWords } from "./refusal-words";
import { type Reply, type Screen, say, sayText, type Turn } from "./turn";

/** Words by which people answer, in Russian and English. */
const answers: [RegExp, AttendanceName][] = [
  [/^(да|приду|буду|yes|yep|y|\+)$/, "yes"],
  [/^(нет|не приду|не смогу|не буду|no|n|-)$/, "no"],
  [/^(возможно|может|может быть|не знаю|не уверена?|maybe|perhaps|possibly|not sure)$/, "maybe"],
  [/^(больничный|болею|на больничном|sick|ill)$/, "sick"],
  [/^(командировка|в командировке|trip|business trip)$/, "trip"],
  [/^(отпуск|в отпуске|vacation|holiday|on vacation)$/, "vacation"],
];

/**
 * The answer that words begin with, and what follows it as a comment; null for what is none. `isAsked`: they were just asked,
 * so that a comment may follow without a sign between.
 */
export function readAnswer(
  text: string,
  isAsked = true,
): { attendance: AttendanceName; comment?: string } | null {
  // “Да нет” means no to some and nothing to others.
  if (/^да\s+не(?:т|\s)/i.test(text.trim())) return null;
  const parted = /^([^,.;:—!]+)[,.;:—!]*\s*(.*)$/su;
  const forms = isAsked ? [parted, /^(\S+)\s+(.*)$/su, /^(\S+\s+\S+)\s+(.*)$/su] : [parted];
  for (const form of forms) {
    const [, first = "", rest = ""] = form.exec(text.trim()) ?? [];
    const word = first.trim().toLowerCase().replaceAll("ё", "е");
    const found = answers.find(([one]) => one.test(word));
    if (found) return { attendance: found[1], ...(rest.trim() && { comment: rest.trim().slice(0, 500) }) };
  }
  return null;
}

/** Keeps an invitee's own answer as of when they gave it and tells them so, or why it is too late. */
export async function takeAnswer(
  turn: Turn,
  inviteeId: number,
  attendance: AttendanceName,
  comment?: string,
): Promise<Screen> {
  const done = await recordAttendance(turn.invitee, { inviteeId, attendance, comment }, turn.saidAt);
  const own = await ownMeeting(turn, inviteeId);
  if (done.ok && own) return confirmationScreen(turn, own);
  if (done.ok) return { text: say(turn, "answerKept") };
  if (done.reason === "closed_for_answers" && own) return closedScreen(turn, own);
  return { text: refusalWords(turn, done) };
}

/**
 * What comes of an answer in words that nobody asked for just now, as to an invitation: it counts for the only meeting that
 * is open for answers and has none yet; of several they say which, and who has answered is asked. Null for other words, and
 * where there is no meeting.
 */
export async function takeWords(turn: Turn, text: string): Promise<Reply | null> {
  const said = readAnswer(text, false);
  const open = said ? (await ownMeetings(turn)).filter(({ meeting }) => meeting.isOpen) : [];
  const [only] = open;
  if (!said || !only) return null;
  if (open.length > 1) return { screens: [chooseScreen(turn, open, "ma")] };
  if (only.invitee.attendance) return beginAttending(turn, only);
  return { screens: [await takeAnswer(turn, only.invitee.id, said.attendance, said.comment)] };
}

const attendSchema = z.object({
  inviteeId: z.number(),
  /** The question in full, as it was asked first. */
  question: z.string(),
  attendance: z.enum(["yes", "no", "maybe", "sick", "trip", "vacation"]).optional(),
  comment: z.string().optional(),
});

/** The dialogue in which an invitee says whether they come, by button or in words, “no, on a train” included. */
export const attendForm = makeForm<z.infer<typeof attendSchema>>({
  name: "attend",
  schema: attendSchema,
  title: (_, { question }) => question,
  steps: [
    {
      name: "answer",
      shown: () => null,
      prompt: (turn) => say(turn, "askAnswer"),
      choices: (turn, { inviteeId }) => attendanceButtons(turn.locale, inviteeId),
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text.trim() : "";
        const read = readAnswer(text);
        if (!read) return { ok: false, why: say(turn, "answerUnclear", { text: text.slice(0, 60) }) };
        return { ok: true, values: { ...values, ...read } };
      },
    },
  ],
  finish: async (turn, { inviteeId, attendance, comment }): Promise<Finished> => ({
    ok: true,
    reply: { screens: [await takeAnswer(turn, inviteeId, attendance ?? "maybe", comment)] },
  }),
});

/** Asks an invitee whether they come; where it is too late, says so. */
export async function beginAttending(turn: Turn, own: OwnMeeting): Promise<Reply> {
  if (!own.meeting.isOpen) return { screens: [await closedScreen(turn, own)] };
  const question = await sayText(turn, "question", ownValues(turn, own));
  return attendForm.open(turn, { inviteeId: own.invitee.id, question });
}

const commentSchema = z.object({
  inviteeId: z.number(),
  topic: z.string(),
  comment: z.string(),
});

/** The dialogue that adds a comment to an answer. */
export const commentForm = makeForm<z.infer<typeof commentSchema>>({
  name: "comment",
  schema: commentSchema,
  title: (turn, { topic }) => say(turn, "titleComment", { topic }),
  steps: [
    {
      name: "comment",
      shown: (turn, { comment }) => (comment ? say(turn, "commentIs", { comment }) : null),
      prompt: (turn) => say(turn, "askComment"),
      read: (turn, values, given) => {
        const read = readWords(turn, given.kind === "text" ? given.text : "", 500);
        return read.ok ? { ok: true, values: { ...values, comment: read.value } } : read;
      },
      skipped: (values) => ({ ...values, comment: "" }),
    },
  ],
  finish: async (turn, { inviteeId, comment }): Promise<Finished> => {
    const own = await ownMeeting(turn, inviteeId);
    const { attendance } = own?.invitee ?? {};
    if (!attendance) return { ok: true, reply: { screens: [{ text: say(turn, "buttonOver") }] } };
    return { ok: true, reply: { screens: [await takeAnswer(turn, inviteeId, attendance, comment)] } };
  },
});

/** Begins to add a comment to an answer; where it is too late, says so. */
export async function beginComment(turn: Turn, own: OwnMeeting): Promise<Reply> {
  if (!own.meeting.isOpen) return { screens: [await closedScreen(turn, own)] };
  const { id: inviteeId, comment } = own.invitee;
  return commentForm.open(turn, { inviteeId, topic: own.meeting.topic, comment });
}
