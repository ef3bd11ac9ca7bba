import { z } from "zod";

const sourceId = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** A text longer than this is better kept as several; characters. */
const SOURCE_LIMIT = 200_000;

const printable = z
  .string()
  // Postgres cannot store NUL, and no reader could see it.
  .transform((text) => text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim());

const content = z.object({
  title: printable.pipe(z.string().min(1).max(120)),
  kind: z.enum(["text", "markdown", "qa"]),
  /** For `qa`: pairs as people paste them, see parsePairs. */
  text: printable.pipe(z.string().min(1).max(SOURCE_LIMIT)),
  /** ISO 639-1; `auto` tells it by the text. */
  language: z.enum(["auto", "ru", "en"]).default("auto"),
});

export const addSourceInput = content;
export type AddSourceInput = z.infer<typeof addSourceInput>;

export const sourceInput = z.object({ sourceId });
export type SourceInput = z.infer<typeof sourceInput>;

/** `updatedAt` is that of the version that was edited, so that nobody's later change is lost. */
export const changeSourceInput = content.extend({ sourceId, updatedAt: z.iso.datetime() });
export type ChangeSourceInput = z.infer<typeof changeSourceInput>;

export const setSourceEnabledInput = z.object({ sourceId, enabled: z.boolean() });
export type SetSourceEnabledInput = z.infer<typeof setSourceEnabledInput>;

export const tryQuestionInput = z.object({ question: printable.pipe(z.string().min(1).max(1000)) });
export type TryQuestionInput = z.infer<typeof tryQuestionInput>;

/** A text the assistant answers from, as a list shows it. Times are ISO 8601 with zone. */
export type SourceView = {
  id: number;
  title: string;
  kind: "text" | "markdown" | "qa";
  language: string;
  enabled: boolean;
  /** The file it is read from at every start; such a text is changed there. */
  file: string | null;
  passages: number;
  /** How many passages have their vector; null where no embedding model is configured. */
  embedded: number | null;
  updatedAt: string;
};

export type PassageView = { id: number; heading: string[]; text: string; language: string };

/** One text with all it was cut into. */
export type SourceDetail = SourceView & { text: string; passageList: PassageView[]; mayEdit: boolean };

/** What a mutation of a text came to. `problem` of a text says what is wrong with it. */
export type SourceResult =
  | { ok: true; sourceId: number }
  | { ok: false; reason: "no_pairs" | "no_words" | "from_file" | "changed_meanwhile" };

/** What a customer who asks this now would get, and where it comes from. */
export type TriedQuestion = {
  kind: "answer" | "handover" | "smalltalk";
  /** Why people would get it; null for an answer. */
  reason: string | null;
  sentences: { text: string; source: string; sourceId: number | null; heading: string[]; quote: string }[];
  /** 0–1. */
  confidence: number | null;
  /** The passages nearest to the question, best first, with their fit of 0–1. */
  nearest: { sourceId: number; source: string; heading: string[]; text: string; fit: number }[];
};
