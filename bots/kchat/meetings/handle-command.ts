import { listMeetings } from "@/server/domain/meetings/list-meetings";
import { beginAttending } from "./attend-forms";
import { chooseScreen, fellowScreen, infoScreen, ownMeetings } from "./attend-screens";
import { beginCreating } from "./create-form";
import { CONTROLS } from "./form";
import { formNamed } from "./forms";
import { inviteeList } from "./invitee-menu";
import { meetingList } from "./meeting-menu";
import type { MeetingCommand } from "./read-meeting-command";
import { requireOrganiser } from "./require-organiser";
import { button, type Reply, type Screen, say, sayText, type Turn } from "./turn";
import { shortMoment } from "./words-for-time";

/** What comes of a command; a dialogue that it leaves open is asked for again behind it. Throws `forbidden`. */
export async function handleCommand(turn: Turn, command: MeetingCommand): Promise<Reply> {
  const { dialogue } = turn;
  const form = dialogue && formNamed(dialogue.name);
  if (command === "cancel")
    return form
      ? form.leave(turn, dialogue)
      : { screens: [{ text: say(turn, "nothingToCancel") }], dialogue: null };
  if (command === "skip" || command === "back")
    return form
      ? form.answer(turn, dialogue, { kind: "choice", value: CONTROLS[command] })
      : { screens: [{ text: say(turn, "nothingToSkip") }] };
  if (command === "create" && form && dialogue.name === "create")
    return form.ask(turn, dialogue, say(turn, "creatingAlready"));
  const reply = await carryOut(turn, command);
  if (!form || reply.dialogue !== undefined) return reply;
  const { screens } = await form.ask(turn, dialogue);
  return { ...reply, screens: [...reply.screens, ...screens] };
}

async function carryOut(
  turn: Turn,
  command: Exclude<MeetingCommand, "cancel" | "skip" | "back">,
): Promise<Reply> {
  switch (command) {
    case "start":
      return one({ text: `${await sayText(turn, "greeting")}\n\n${await helpText(turn)}` });
    case "help":
      return one({ text: await helpText(turn) });
    case "info":
      return info(turn);
    case "attend":
      return attend(turn);
    case "invited":
      return turn.organiser ? one(await invitedOfAll(turn)) : invited(turn);
    case "manage":
      return one(await meetingList(turn, 0));
    case "create":
      return beginCreating(turn);
  }
}

/** What this person may do, in the bot's words. */
export function helpText(turn: Turn): Promise<string> {
  return sayText(turn, turn.organiser ? "help_organiser" : "help");
}

async function info(turn: Turn): Promise<Reply> {
  const all = await ownMeetings(turn);
  const [first] = all;
  if (!first) return one(turn.organiser ? await meetingList(turn, 0) : await noMeetings(turn));
  return one(all.length === 1 ? await infoScreen(turn, first) : chooseScreen(turn, all, "mf"));
}

async function attend(turn: Turn): Promise<Reply> {
  const all = await ownMeetings(turn);
  const [first] = all;
  if (!first) return one(await noMeetings(turn));
  return all.length === 1 ? beginAttending(turn, first) : one(chooseScreen(turn, all, "ma"));
}

async function invited(turn: Turn): Promise<Reply> {
  const all = await ownMeetings(turn);
  const [first] = all;
  if (!first) return one(await noMeetings(turn));
  return one(
    all.length === 1 ? await fellowScreen(turn, first.meeting.id, 0) : chooseScreen(turn, all, "if"),
  );
}

async function invitedOfAll(turn: Turn): Promise<Screen> {
  const all = await listMeetings(requireOrganiser(turn), { states: ["planned"] });
  const [first] = all;
  if (!first) return meetingList(turn, 0);
  if (all.length === 1) return inviteeList(turn, first.id, "a", 0);
  return {
    text: say(turn, "chooseMeeting", { count: all.length }),
    // A message has room for twenty.
    buttons: all
      .slice(0, 18)
      .map(({ id, startsAt, timeZone, topic }) => [
        button(`${shortMoment(startsAt, timeZone)} · ${topic}`, `iv:${id}:a:0`),
      ]),
  };
}

async function noMeetings(turn: Turn): Promise<Screen> {
  return { text: await sayText(turn, "no_meetings") };
}

const one = (screen: Screen): Reply => ({ screens: [screen] });
