import { z } from "zod";
import { makeForm } from "./form";
import { inviteeList, numberButtons, searchResult } from "./invitee-menu";
import { readWords } from "./read-fields";
import { say } from "./turn";

const valuesSchema = z.object({
  meetingId: z.number(),
  topic: z.string(),
  search: z.string(),
  page: z.number(),
});

/** The dialogue that looks for invitees; every text is a new search. */
export const searchForm = makeForm<z.infer<typeof valuesSchema>>({
  name: "search",
  schema: valuesSchema,
  title: (turn, { topic }) => say(turn, "titleSearch", { topic }),
  steps: [
    {
      name: "query",
      shown: (turn, { search }) => (search ? say(turn, "searched", { search }) : null),
      prompt: async (turn, values) => {
        const result = values.search ? (await searchResult(turn, values)).words : "";
        return [result, say(turn, "askSearch")].filter(Boolean).join("\n\n");
      },
      choices: async (turn, values) => {
        if (!values.search) return [];
        const { found } = await searchResult(turn, values);
        const { page, pages } = found;
        return [
          ...numberButtons(found, values.meetingId),
          [
            ...(page > 0 ? [{ label: say(turn, "previous"), value: `page-${page - 1}` }] : []),
            ...(page < pages - 1 ? [{ label: say(turn, "next"), value: `page-${page + 1}` }] : []),
          ],
          [{ label: say(turn, "done"), value: "done" }],
        ];
      },
      read: (turn, values, given) => {
        if (given.kind === "text") {
          const read = readWords(turn, given.text, 200);
          return read.ok
            ? { ok: true, goTo: "query", values: { ...values, search: read.value, page: 0 } }
            : read;
        }
        const [, page] = /^page-(\d{1,4})$/.exec(given.value) ?? [];
        return page
          ? { ok: true, goTo: "query", values: { ...values, page: Number(page) } }
          : { ok: true, values };
      },
    },
  ],
  finish: async (turn, { meetingId }) => ({
    ok: true,
    reply: { screens: [await inviteeList(turn, meetingId, "a", 0)] },
  }),
  left: (turn, { meetingId }) => inviteeList(turn, meetingId, "a", 0),
});
