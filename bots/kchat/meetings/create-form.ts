import { randomUUID } from "node:crypto";
import { z } from "zod";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { listPeople } from "@/server/domain/meetings/list-people";
import { meetingOptions } from "@/server/domain/meetings/meeting-options";
import { momentAt } from "@/server/domain/meetings/read-moment";
import { type MeetingRefusal, meetingRepeat } from "@/server/domain/meetings/schema";
import { clock } from "@/server/lib/clock";
import { type Finished, makeForm, type Step } from "./form";
import { takeLines } from "./invitee-lines";
import { meetingMenu } from "./meeting-menu";
import { momentSteps } from "./moment-steps";
import { readLink, readRepeat, readWords, repeatChoices, repeatWords } from "./read-fields";
import { repeatOfRule, repeatRule } from "./read-rule";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { type DialoguePhrase, type Reply, say, type Turn } from "./turn";
import { zoneStep } from "./zone-step";

const valuesSchema = z.object({
  /** The same twice is one meeting. */
  clientId: z.string(),
  timeZone: z.string(),
  /** The workspace's own. */
  homeZone: z.string().optional(),
  /** How it was said to repeat where the day was asked for; `repeat` goes before it. */
  rule: repeatRule.optional(),
  /** An account is there that makes links. */
  makesLinks: z.boolean(),
  /** So many permanent invitees are invited without being named. */
  permanent: z.number(),
  topic: z.string().optional(),
  day: z.string().optional(),
  time: z.string().optional(),
  place: z.string().optional(),
  link: z.string().optional(),
  makeLink: z.boolean().optional(),
  agenda: z.string().optional(),
  repeat: meetingRepeat.nullable().optional(),
  /** Lines that could be read, one an invitee. */
  lines: z.array(z.string()).optional(),
});
type Values = z.infer<typeof valuesSchema>;

/** One line of the header, whatever was written. */
const shortened = (text: string) => text.replace(/\s*\n\s*/g, "; ").replace(/^(.{100}).+$/u, "$1…");

function filled(turn: Turn, name: string, value: string | null | undefined): string | null {
  return value ? say(turn, "filled", { name, value: shortened(value) }) : null;
}

/** How it repeats as far as that was said; undefined where it was not. */
function repeatIn(values: Values): Values["repeat"] {
  const { repeat, rule, day, time, timeZone } = values;
  if (repeat !== undefined || !rule || !day || !time) return repeat;
  const start = startOf(values);
  return start.ok ? repeatOfRule(rule, { timeZone, startsAt: start.at }) : undefined;
}

/** The beginning that has been filled in; the steps before have seen to both. */
function startOf({ day = "", time = "", timeZone }: Values): ReturnType<typeof momentAt> {
  return momentAt(day, time, { now: clock.now(), timeZone });
}

/** A step that asks for a text of up to `most` characters; all but the topic may be skipped. */
function wordStep(name: "topic" | "place" | "agenda", ask: DialoguePhrase, most: number): Step<Values> {
  return {
    name,
    shown: (turn, values) => filled(turn, say(turn, name), values[name]),
    prompt: (turn) => say(turn, ask),
    read: (turn, values, given) => {
      const read = readWords(turn, given.kind === "text" ? given.text : "", most);
      return read.ok ? { ok: true, values: { ...values, [name]: read.value } } : read;
    },
    ...(name !== "topic" && { skipped: ({ [name]: _, ...values }) => values }),
  };
}

const steps: Step<Values>[] = [
  wordStep("topic", "askTopic", 200),
  ...momentSteps<Values>({ next: "place", isNew: true }),
  zoneStep<Values>(),
  wordStep("place", "askPlace", 300),
  {
    name: "link",
    shown: (turn, { link, makeLink }) =>
      filled(turn, say(turn, "link"), makeLink ? say(turn, "linkMade") : link),
    prompt: (turn, { makesLinks }) => say(turn, makesLinks ? "askLinkOrMake" : "askLink"),
    choices: (turn, { makesLinks }) =>
      makesLinks ? [[{ label: say(turn, "makeLink"), value: "make" }]] : [],
    read: (turn, values, given) => {
      if (given.kind === "choice")
        return { ok: true, values: { ...values, link: undefined, makeLink: values.makesLinks } };
      const read = readLink(turn, given.text);
      return read.ok ? { ok: true, values: { ...values, link: read.value, makeLink: undefined } } : read;
    },
    skipped: ({ link: _, makeLink: __, ...values }) => values,
  },
  wordStep("agenda", "askAgenda", 4000),
  {
    name: "repeat",
    shown: (turn, values) => {
      const repeat = repeatIn(values);
      return repeat === undefined ? null : filled(turn, say(turn, "repeat"), repeatWords(turn, repeat));
    },
    prompt: (turn) => say(turn, "askRepeat"),
    choices: repeatChoices,
    read: (turn, values, given) => {
      const start = startOf(values);
      const startsAt = start.ok ? start.at : clock.now();
      const text = given.kind === "text" ? given.text : given.value;
      const read = readRepeat(turn, text, { timeZone: values.timeZone, startsAt });
      return read.ok ? { ok: true, values: { ...values, repeat: read.value } } : read;
    },
    skipped: (values) => ({ ...values, repeat: null }),
  },
  {
    name: "invitees",
    shown: (turn, { lines }) =>
      lines?.length ? filled(turn, say(turn, "invitees"), String(lines.length)) : null,
    prompt: (turn, { permanent }) =>
      [say(turn, "askLines"), permanent > 0 ? say(turn, "permanentToo", { count: permanent }) : ""]
        .filter(Boolean)
        .join("\n\n"),
    read: (turn, values, given) => {
      const taken = takeLines(turn, given.kind === "text" ? given.text : "", values.lines ?? []);
      if (taken.added === 0) return { ok: false, why: taken.words };
      const next = { ...values, lines: taken.lines };
      return { ok: true, values: next, note: taken.words, ...(taken.hasBad && { goTo: "invitees" }) };
    },
    skipped: ({ lines: _, ...values }) => values,
  },
  {
    name: "confirm",
    shown: () => null,
    prompt: (turn) => say(turn, "askConfirm"),
    choices: (turn) => [[{ label: say(turn, "create"), value: "yes" }]],
    read: (turn, values, given) => {
      const isYes =
        given.kind === "choice"
          ? given.value === "yes"
          : /^(да|yes|ok|ок|создать|create)[.!]?$/i.test(given.text.trim());
      return isYes ? { ok: true, values } : { ok: false, why: say(turn, "pressOrBack") };
    },
  },
];

const stepOfRefusal: { [Reason in MeetingRefusal["reason"]]?: string } = {
  past: "day",
  bad_cron: "repeat",
  link_and_account: "link",
  no_call_account: "link",
  call_failed: "link",
};

async function finish(turn: Turn, values: Values): Promise<Finished> {
  const organiser = requireOrganiser(turn);
  const start = startOf(values);
  if (!start.ok) return { ok: false, step: "day", why: say(turn, "refusedPast") };
  const made = await createMeeting(organiser, {
    clientId: values.clientId,
    resourceId: turn.context.resource.id,
    topic: values.topic ?? "",
    startsAt: start.at.toISOString(),
    timeZone: values.timeZone,
    place: values.place,
    link: values.link,
    makeLink: values.makeLink,
    agenda: values.agenda,
    repeat: repeatIn(values),
  });
  if (!made.ok)
    return { ok: false, step: stepOfRefusal[made.reason] ?? "confirm", why: refusalWords(turn, made) };
  const { lines } = values;
  if (lines?.length) await addInviteeList(organiser, { meetingId: made.meeting.id, lines: lines.join("\n") });
  return { ok: true, reply: { screens: [await meetingMenu(turn, made.meeting.id, say(turn, "created"))] } };
}

/** The dialogue that plans a meeting. */
export const createForm = makeForm<Values>({
  name: "create",
  schema: valuesSchema,
  title: (turn) => say(turn, "titleCreate"),
  steps,
  finish,
});

/** Begins to plan a meeting. Throws `forbidden` for who does not organise. */
export async function beginCreating(turn: Turn): Promise<Reply> {
  const organiser = requireOrganiser(turn);
  const { makesLinks, timeZone } = await meetingOptions(organiser);
  const { total: permanent } = await listPeople(organiser, { only: "permanent" });
  const values = { clientId: randomUUID(), timeZone, homeZone: timeZone, makesLinks, permanent };
  return createForm.open(turn, values);
}
