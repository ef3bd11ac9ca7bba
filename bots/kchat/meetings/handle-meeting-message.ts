import { z } from "zod";
import type { Incoming, KchatContext } from "@/bots/kchat/context";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import { type BegunTurn, beginTurn } from "@/server/domain/meetings/dialogues/begin-turn";
import { finishTurn } from "@/server/domain/meetings/dialogues/finish-turn";
import { personLocale } from "@/server/domain/meetings/person-locale";
import { AppError } from "@/server/lib/errors";
import { localeFor } from "@/server/lib/phrases";
import { takeWords } from "./attend-forms";
import { formNamed } from "./forms";
import { handleCommand, helpText } from "./handle-command";
import { handlePress, isMeetingPress } from "./handle-press";
import {
  looksLikeCommand,
  type MeetingCommand,
  type ReadCommand,
  readMeetingCommand,
} from "./read-meeting-command";
import { type Reply, say, sayText, type Turn } from "./turn";

/** Commands that other bots have too: by themselves they say nothing of meetings. */
const general: MeetingCommand[] = ["start", "help"];
/** Words that are commands in the middle of a dialogue too, where any other word is an answer. */
const inDialogue: MeetingCommand[] = ["cancel", "skip", "back", "help"];
const maxAttempts = 3;

/**
 * Answers what somebody wrote or pressed in their private chat with the bot, if it is for meetings; false for everything
 * else. With `serves: "meetings"` all of it is. Handled twice it takes effect once.
 */
export async function handleMeetingMessage(context: KchatContext, incoming: Incoming): Promise<boolean> {
  const { resource, settings, updateKey } = context;
  const { contact, chat, text, pressed } = incoming;
  const command = pressed === null ? readMeetingCommand(text) : null;
  const isOurs = pressed === null ? isMeetingCommand(command) : isMeetingPress(pressed);
  const isAddressed = settings.serves === "meetings" || isOurs;
  // Who is not known by name yet was not told of by KChat: nobody knows whether they are invited.
  const keepsNew = isAddressed && contact.firstName !== "";
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const begun = await beginTurn(contact, { resourceId: resource.id, updateKey, keepsNew });
    if (!begun && isAddressed) return askAgain(context, incoming);
    if (!begun) return false;
    if (begun.isDone) return true;
    const turn = turnOf(context, incoming, begun);
    const reply = await answer(turn, incoming, command);
    if (!reply) return false;
    const { dialogue = turn.dialogue, screens } = withFarewell(turn, reply);
    const finished = await finishTurn({
      workspaceId: resource.workspaceId,
      resourceId: resource.id,
      chatId: chat.id,
      personId: turn.person.id,
      updateKey,
      before: turn.dialogue,
      after: dialogue,
      messages: screens,
    });
    if (finished === "done") return true;
  }
  throw new Error(`The dialogue of update ${updateKey} would not keep still`);
}

async function askAgain({ resource, updateKey }: KchatContext, { chat, contact }: Incoming): Promise<true> {
  const text = say({ locale: localeFor(contact.languageCode) }, "notKnownYet");
  const { workspaceId, id: resourceId } = resource;
  const reply = { resourceId, chatExternalId: chat.externalId, text, updateKey };
  await replyInChat({ kind: "system", workspaceId }, reply);
  return true;
}

/** Whether it is a command about meetings, written as one. */
function isMeetingCommand(command: ReadCommand | null): boolean {
  return command !== null && !command.isPlain && !general.includes(command.name);
}

function turnOf(
  context: KchatContext,
  { contact, sentAt }: Incoming,
  { person, isInvited, dialogue }: BegunTurn,
): Turn {
  const { id: resourceId, workspaceId, workspace } = context.resource;
  const who = { workspaceId, resourceId, personId: person.id };
  return {
    context,
    locale: personLocale({ ...person, contact }, workspace),
    person,
    invitee: { kind: "invitee", ...who },
    organiser: person.isOrganiser ? { kind: "organiser", ...who } : null,
    isInvited,
    dialogue,
    saidAt: sentAt,
  };
}

/** The bot's answer; null for what is not for meetings. */
async function answer(
  turn: Turn,
  { text, pressed }: Incoming,
  command: ReadCommand | null,
): Promise<Reply | null> {
  const servesMeetings = turn.context.settings.serves === "meetings";
  const isOurs = pressed === null ? isMeetingCommand(command) : isMeetingPress(pressed);
  if (!turn.organiser && !turn.isInvited)
    return servesMeetings || isOurs
      ? { screens: [{ text: await sayText(turn, "not_allowed") }], dialogue: null }
      : null;
  try {
    if (pressed !== null) {
      if (isOurs) return await handlePress(turn, pressed);
      return servesMeetings ? { screens: [{ text: say(turn, "buttonOver") }] } : null;
    }
    return await answerText(turn, text, command);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden")
      return { screens: [{ text: say(turn, "organisersOnly") }], dialogue: null };
    if (error.code === "not_found") return { screens: [{ text: say(turn, "gone") }], dialogue: null };
    throw error;
  }
}

async function answerText(turn: Turn, text: string, command: ReadCommand | null): Promise<Reply | null> {
  const { dialogue } = turn;
  if (dialogue) {
    const form = formNamed(dialogue.name);
    if (command && (!command.isPlain || inDialogue.includes(command.name) || !form))
      return handleCommand(turn, command.name);
    if (!form) return { screens: [{ text: say(turn, "lost") }], dialogue: null };
    if (looksLikeCommand(text)) return form.ask(turn, dialogue, say(turn, "unknownCommand"));
    if (text.trim() === "") return form.ask(turn, dialogue, say(turn, "textNeeded"));
    return form.answer(turn, dialogue, { kind: "text", text });
  }
  if (command) return handleCommand(turn, command.name);
  if (turn.context.settings.serves !== "meetings") return null;
  const answered = await takeWords(turn, text);
  if (answered) return answered;
  return { screens: [{ text: `${await sayText(turn, "unknown")}\n\n${await helpText(turn)}` }] };
}

const tokenOf = (dialogue: unknown) =>
  z.object({ data: z.object({ token: z.string() }) }).safeParse(dialogue).data?.data.token;

/** A dialogue that another one takes the place of is told to be over. */
function withFarewell(turn: Turn, reply: Reply): Reply {
  const { dialogue } = reply;
  const [first, ...rest] = reply.screens;
  if (!dialogue || !turn.dialogue || !first || tokenOf(dialogue) === tokenOf(turn.dialogue)) return reply;
  if (turn.dialogue.name !== "create") return reply;
  return { ...reply, screens: [{ ...first, text: `${say(turn, "dropped")}\n\n${first.text}` }, ...rest] };
}
