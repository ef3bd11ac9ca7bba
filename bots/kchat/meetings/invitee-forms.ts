import { z } from "zod";
import { addInvitee } from "@/server/domain/meetings/add-invitee";
import { changeInvitee } from "@/server/domain/meetings/change-invitee";
import { parseInviteeLines } from "@/server/domain/meetings/parse-invitee-lines";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import { makeForm, type Step } from "./form";
import { badLineWords } from "./invitee-lines";
import { inviteeCard, inviteeList } from "./invitee-menu";
import { type FieldRead, readWords } from "./read-fields";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { type Reply, say, type Turn } from "./turn";

/** An e-mail address in lower case. */
function readEmail(turn: Turn, text: string): FieldRead<string> {
  const email = personEmail(text);
  return email
    ? { ok: true, value: email }
    : { ok: false, why: say(turn, "emailBad", { text: text.slice(0, 60) }) };
}

/** A phone number with its country's code, digits only. */
function readPhone(turn: Turn, text: string): FieldRead<string> {
  const phone = personPhone(text);
  return phone
    ? { ok: true, value: phone }
    : { ok: false, why: say(turn, "phoneBad", { text: text.slice(0, 60) }) };
}

const addSchema = z.object({
  meetingId: z.number(),
  topic: z.string(),
  fullName: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  permanent: z.boolean().optional(),
});
type AddValues = z.infer<typeof addSchema>;

const addressStep = (name: "email" | "phone"): Step<AddValues> => ({
  name,
  shown: (turn, values) => {
    const value = values[name];
    return value ? say(turn, "filled", { name: say(turn, `edit_${name}`), value }) : null;
  },
  prompt: (turn) => say(turn, name === "email" ? "askEmail" : "askPhone"),
  read: (turn, values, given) => {
    const text = given.kind === "text" ? given.text : "";
    const read = name === "email" ? readEmail(turn, text) : readPhone(turn, text);
    return read.ok ? { ok: true, values: { ...values, [name]: read.value } } : read;
  },
  skipped: ({ [name]: _, ...values }) => values,
});

/** The dialogue that invites one person. */
export const addInviteeForm = makeForm<AddValues>({
  name: "add",
  schema: addSchema,
  title: (turn, { topic }) => say(turn, "titleAdd", { topic }),
  steps: [
    {
      name: "name",
      shown: (turn, { fullName }) =>
        fullName ? say(turn, "filled", { name: say(turn, "edit_name"), value: fullName }) : null,
      prompt: (turn) => say(turn, "askName"),
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text : "";
        if (!/[|;\t]/.test(text)) {
          const read = readWords(turn, text, 200);
          return read.ok ? { ok: true, values: { ...values, fullName: read.value } } : read;
        }
        // Somebody gave the whole line at once.
        const { people, bad } = parseInviteeLines(text);
        const [person] = people;
        if (!person || people.length + bad.length > 1)
          return { ok: false, why: badLineWords(turn, bad) || say(turn, "oneOnly") };
        const { fullName, email, phone } = person;
        const next = { ...values, fullName, email: email ?? undefined, phone: phone ?? undefined };
        return { ok: true, values: next, goTo: "permanent" };
      },
    },
    addressStep("email"),
    addressStep("phone"),
    {
      name: "permanent",
      shown: () => null,
      prompt: (turn) => say(turn, "askPermanent"),
      choices: (turn) => [
        [
          { label: say(turn, "inviteOnce"), value: "once" },
          { label: say(turn, "invitePermanent"), value: "permanent" },
        ],
      ],
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text.trim().toLowerCase() : given.value;
        if (/^(once|нет|no|только сюда)$/.test(text))
          return { ok: true, values: { ...values, permanent: undefined } };
        if (/^(permanent|да|yes|постоянно)$/.test(text))
          return { ok: true, values: { ...values, permanent: true } };
        return { ok: false, why: say(turn, "pressOne") };
      },
    },
  ],
  finish: async (turn, { meetingId, fullName = "", email = "", phone = "", permanent }) => {
    if (!email && !phone) return { ok: false, step: "email", why: say(turn, "refusedAddress") };
    const person = { fullName, email, phone: phone && `+${phone}` };
    const done = await addInvitee(requireOrganiser(turn), { meetingId, person, permanent });
    if (!done.ok && done.reason !== "already_invited")
      return { ok: false, step: "email", why: refusalWords(turn, done) };
    const note = done.ok
      ? say(turn, `added_${done.invitee.person.reach}`, { name: done.invitee.person.fullName || fullName })
      : refusalWords(turn, done);
    return { ok: true, reply: { screens: [await inviteeList(turn, meetingId, "a", 0, note)] } };
  },
  left: (turn, { meetingId }) => inviteeList(turn, meetingId, "a", 0),
});

const editSchema = z.object({
  inviteeId: z.number(),
  meetingId: z.number(),
  field: z.enum(["name", "email", "phone"]),
  now: z.string(),
  given: z.string().optional(),
});
type EditValues = z.infer<typeof editSchema>;

/** The dialogue that corrects one thing of an invitee. */
export const editPersonForm = makeForm<EditValues>({
  name: "person",
  schema: editSchema,
  title: (turn, { field }) => say(turn, "titleEdit", { name: say(turn, `edit_${field}`) }),
  steps: [
    {
      name: "value",
      shown: (turn, { now }) => say(turn, "isNow", { value: now || say(turn, "nothing") }),
      prompt: (turn, { field }) =>
        say(turn, field === "name" ? "askName" : field === "email" ? "askEmail" : "askPhone"),
      read: (turn, values, given) => {
        const text = given.kind === "text" ? given.text : "";
        const { field } = values;
        const read =
          field === "name"
            ? readWords(turn, text, 200)
            : field === "email"
              ? readEmail(turn, text)
              : readPhone(turn, text);
        return read.ok ? { ok: true, values: { ...values, given: read.value } } : read;
      },
    },
  ],
  finish: async (turn, { inviteeId, meetingId, field, given = "" }) => {
    const person =
      field === "name" ? { fullName: given } : field === "email" ? { email: given } : { phone: `+${given}` };
    const done = await changeInvitee(requireOrganiser(turn), { inviteeId, person });
    if (!done.ok) return { ok: false, step: "value", why: refusalWords(turn, done) };
    return {
      ok: true,
      reply: { screens: [await inviteeCard(turn, inviteeId, meetingId, say(turn, "saved"))] },
    };
  },
  left: (turn, { inviteeId, meetingId }) => inviteeCard(turn, inviteeId, meetingId),
});

/** Begins to correct one thing of an invitee. */
export function beginPersonEdit(turn: Turn, values: Omit<EditValues, "given">): Promise<Reply> {
  requireOrganiser(turn);
  return editPersonForm.open(turn, values);
}
