import { readAttendancePress } from "@/server/domain/meetings/attendance-buttons";
import { cancelMeeting } from "@/server/domain/meetings/cancel-meeting";
import { changeInvitee } from "@/server/domain/meetings/change-invitee";
import { findInvitee } from "@/server/domain/meetings/dialogues/find-invitee";
import { getMeeting } from "@/server/domain/meetings/get-meeting";
import { recordAttendance } from "@/server/domain/meetings/record-attendance";
import { removeInvitee } from "@/server/domain/meetings/remove-invitee";
import { ATTENDANCES } from "@/server/domain/meetings/schema";
import { beginAttending, beginComment, takeAnswer } from "./attend-forms";
import { fellowScreen, infoScreen, ownMeeting } from "./attend-screens";
import { beginCreating } from "./create-form";
import { beginEditing, editMenu } from "./edit-form";
import { type FormPress, isPresent, readFormPress } from "./form";
import { formNamed } from "./forms";
import { inviteListForm } from "./invite-list-form";
import { addInviteeForm, beginPersonEdit } from "./invitee-forms";
import { answerMenu, inviteeCard, inviteeList, readListView, removeMenu } from "./invitee-menu";
import { cancelMenu, meetingList, meetingMenu } from "./meeting-menu";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { searchForm } from "./search-form";
import { beginTime } from "./time-form";
import { type Reply, type Screen, say, type Turn } from "./turn";

const id = "(\\d{1,10})";
const routes = {
  list: /^ml:(\d{1,4})$/,
  create: /^mc$/,
  goOn: /^fc$/,
  meeting: new RegExp(`^mm:${id}(?::([a-z-]{1,20}))?$`),
  invitee: new RegExp(`^ic:${id}:${id}(?::([a-z-]{1,20}))?$`),
  attend: new RegExp(`^ma:${id}(?::(comment))?$`),
  info: new RegExp(`^mf:${id}$`),
  fellows: new RegExp(`^if:${id}:(\\d{1,4})$`),
};

/** Whether a pressed button is one of the meeting bot's. */
export function isMeetingPress(data: string): boolean {
  return (
    readFormPress(data) !== null ||
    readAttendancePress(data) !== null ||
    readListView(data) !== null ||
    Object.values(routes).some((route) => route.test(data))
  );
}

/** What comes of a pressed button. Throws `forbidden`, `not_found`. */
export async function handlePress(turn: Turn, data: string): Promise<Reply> {
  const form = readFormPress(data);
  if (form) return pressInForm(turn, form);
  const attendance = readAttendancePress(data);
  if (attendance) {
    const screen = await takeAnswer(turn, attendance.inviteeId, attendance.attendance);
    const isAbout = turn.dialogue?.name === "attend" || turn.dialogue?.name === "comment";
    return { screens: [screen], ...(isAbout && { dialogue: null }) };
  }
  const own = await pressOfInvitee(turn, data);
  if (own) return own;
  return leaving(turn, data, await pressOfOrganiser(turn, data));
}

/** A button of a dialogue: of its present step it is an answer, of any other it is kindly passed over. */
async function pressInForm(turn: Turn, press: FormPress): Promise<Reply> {
  const { dialogue } = turn;
  const form = dialogue && formNamed(dialogue.name);
  if (!form) return { screens: [{ text: say(turn, "dialogueOver") }] };
  if (!isPresent(dialogue, press)) return form.ask(turn, dialogue, say(turn, "staleButton"));
  return form.answer(turn, dialogue, { kind: "choice", value: press.value });
}

async function pressOfInvitee(turn: Turn, data: string): Promise<Reply | null> {
  const [, meetingId, page] = routes.fellows.exec(data) ?? [];
  if (meetingId) return { screens: [await fellowScreen(turn, Number(meetingId), Number(page))] };
  const [, inviteeId, act] = routes.attend.exec(data) ?? [];
  const [, infoId] = routes.info.exec(data) ?? [];
  if (!inviteeId && !infoId) return null;
  const own = await ownMeeting(turn, Number(inviteeId ?? infoId));
  if (!own) return { screens: [{ text: say(turn, "buttonOver") }] };
  if (infoId) return { screens: [await infoScreen(turn, own)] };
  return act === "comment" ? beginComment(turn, own) : beginAttending(turn, own);
}

async function pressOfOrganiser(turn: Turn, data: string): Promise<Reply> {
  const { dialogue } = turn;
  if (routes.create.test(data)) return beginCreating(turn);
  if (routes.goOn.test(data))
    return dialogue ? ((await formNamed(dialogue.name)?.ask(turn, dialogue)) ?? over(turn)) : over(turn);
  const [, page] = routes.list.exec(data) ?? [];
  if (page) return { screens: [await meetingList(turn, Number(page))] };
  const list = readListView(data);
  if (list) return { screens: [await inviteeList(turn, list.meetingId, list.letter, list.page)] };
  const [, inviteeId, ofMeeting, act] = routes.invitee.exec(data) ?? [];
  if (inviteeId) return inviteeAct(turn, Number(inviteeId), Number(ofMeeting), act ?? "");
  const [, meetingId, deed] = routes.meeting.exec(data) ?? [];
  return meetingId ? meetingAct(turn, Number(meetingId), deed ?? "") : over(turn);
}

async function meetingAct(turn: Turn, meetingId: number, deed: string): Promise<Reply> {
  const one = (screen: Screen): Reply => ({ screens: [screen] });
  const [, field] = /^e-([a-z]+)$/.exec(deed) ?? [];
  if (field) return beginEditing(turn, meetingId, field);
  if (deed === "edit") return one(await editMenu(turn, meetingId));
  if (deed === "cancel") return one(await cancelMenu(turn, meetingId));
  if (deed === "cancel-one" || deed === "cancel-all") {
    const series = deed === "cancel-all";
    const done = await cancelMeeting(requireOrganiser(turn), { meetingId, series });
    const note = done.ok ? say(turn, "cancelDone") : refusalWords(turn, done);
    return one(await meetingMenu(turn, meetingId, note));
  }
  const meeting = await getMeeting(requireOrganiser(turn), { meetingId });
  const { topic } = meeting;
  if (deed === "move") return beginTime(turn, meeting, "move");
  if (deed === "add") return addInviteeForm.open(turn, { meetingId, topic });
  if (deed === "list") return inviteListForm.open(turn, { meetingId, topic, added: 0 });
  if (deed === "find") return searchForm.open(turn, { meetingId, topic, search: "", page: 0 });
  return one(await meetingMenu(turn, meetingId));
}

async function inviteeAct(turn: Turn, inviteeId: number, meetingId: number, act: string): Promise<Reply> {
  const organiser = requireOrganiser(turn);
  const one = (screen: Screen): Reply => ({ screens: [screen] });
  const card = async (note?: string) => one(await inviteeCard(turn, inviteeId, meetingId, note));
  const attendance = ATTENDANCES.find((name) => act === `a-${name}`);
  if (attendance) {
    const done = await recordAttendance(organiser, { inviteeId, attendance });
    return card(done.ok ? say(turn, "saved") : refusalWords(turn, done));
  }
  switch (act) {
    case "name":
    case "email":
    case "phone": {
      const { person } = await findInvitee(organiser, { inviteeId });
      const now = act === "name" ? person.fullName : (person[act] ?? "");
      return beginPersonEdit(turn, { inviteeId, meetingId, field: act, now });
    }
    case "answer":
      return one(await answerMenu(turn, inviteeId, meetingId));
    case "permanent":
    case "once": {
      const done = await changeInvitee(organiser, { inviteeId, permanent: act === "permanent" });
      return card(done.ok ? say(turn, "saved") : refusalWords(turn, done));
    }
    case "remove":
      return one(await removeMenu(turn, inviteeId, meetingId));
    case "remove-yes":
      await removeInvitee(organiser, { inviteeId });
      return one(await inviteeList(turn, meetingId, "a", 0, say(turn, "removed")));
    default:
      return card();
  }
}

/** Who goes elsewhere by the menus leaves a small dialogue; a meeting half planned waits, and so does a search. */
function leaving(turn: Turn, data: string, reply: Reply): Reply {
  const { dialogue } = turn;
  if (!dialogue || reply.dialogue !== undefined) return reply;
  if (dialogue.name === "search" && routes.invitee.test(data)) return reply;
  if (dialogue.name !== "create") return { ...reply, dialogue: null };
  const [first, ...rest] = reply.screens;
  if (!first) return reply;
  const goOn = [{ label: say(turn, "goOnCreating"), data: "fc" }];
  return { ...reply, screens: [{ ...first, buttons: [...(first.buttons ?? []), goOn] }, ...rest] };
}

function over(turn: Turn): Reply {
  return { screens: [{ text: say(turn, "dialogueOver") }] };
}
