import { z } from "zod";
import { addInviteeList } from "@/server/domain/meetings/add-invitee-list";
import { makeForm } from "./form";
import { badLineWords } from "./invitee-lines";
import { inviteeList } from "./invitee-menu";
import { refusalWords } from "./refusal-words";
import { requireOrganiser } from "./require-organiser";
import { say } from "./turn";

const valuesSchema = z.object({ meetingId: z.number(), topic: z.string(), added: z.number() });

/** The dialogue that invites whom a pasted list names; it takes lists until none of their lines is bad. */
export const inviteListForm = makeForm<z.infer<typeof valuesSchema>>({
  name: "list",
  schema: valuesSchema,
  title: (turn, { topic }) => say(turn, "titleList", { topic }),
  steps: [
    {
      name: "lines",
      shown: (turn, { added }) => (added > 0 ? say(turn, "addedSoFar", { count: added }) : null),
      prompt: (turn) => say(turn, "askLines"),
      choices: (turn, { added }) => (added > 0 ? [[{ label: say(turn, "done"), value: "done" }]] : []),
      read: async (turn, values, given) => {
        if (given.kind === "choice") return { ok: true, values };
        if (given.text.trim() === "") return { ok: false, why: say(turn, "linesNone") };
        if (given.text.length > 200_000) return { ok: false, why: say(turn, "listTooLong") };
        const { meetingId } = values;
        const done = await addInviteeList(requireOrganiser(turn), { meetingId, lines: given.text });
        if (!done.ok) return { ok: false, why: refusalWords(turn, done) };
        const { added, known, bad } = done;
        const next = { ...values, added: values.added + added };
        const count = say(turn, "listDone", { added, known });
        if (bad.length === 0) return { ok: true, values: next };
        return { ok: true, values: next, goTo: "lines", note: `${count}\n\n${badLineWords(turn, bad)}` };
      },
    },
  ],
  finish: async (turn, { meetingId, added }) => ({
    ok: true,
    reply: {
      screens: [await inviteeList(turn, meetingId, "a", 0, say(turn, "listAdded", { count: added }))],
    },
  }),
  left: (turn, { meetingId }) => inviteeList(turn, meetingId, "a", 0),
});
