import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { OpenDialogue } from "@/server/domain/meetings/dialogues/dialogue";
import type { OutgoingButton } from "@/server/providers/provider";
import { button, type Reply, type Screen, say, type Turn } from "./turn";

/** What a person gave: words, or the value of a pressed choice. */
export type Given = { kind: "text"; text: string } | { kind: "choice"; value: string };
/** `value` comes back to the step when pressed, up to 40 ASCII characters; another button leads out of the form. */
export type Choice = { label: string; value: string } | OutgoingButton;
type Maybe<T> = T | Promise<T>;

/** `goTo`: the step that follows instead of the next; the same one asks again. `note` is told above the next prompt. */
export type StepOutcome<Values> =
  | { ok: true; values: Values; goTo?: string; note?: string }
  | { ok: false; why: string };

export type Step<Values> = {
  name: string;
  /** How what is filled in stands in the header, with its name; null while it is not. */
  shown(turn: Turn, values: Values): string | null;
  prompt(turn: Turn, values: Values): Maybe<string>;
  choices?(turn: Turn, values: Values): Maybe<Choice[][]>;
  read(turn: Turn, values: Values, given: Given): Maybe<StepOutcome<Values>>;
  /** The values without this step's, for one that may be skipped. */
  skipped?(values: Values): Values;
  /** For a step that stands beside the way, where only a `goTo` leads: the step to which it returns. */
  beside?(values: Values): string;
};

/** `step`: where the person must go back to, being told `why`. */
export type Finished = { ok: true; reply: Reply } | { ok: false; step: string; why: string };

export type FormSpec<Values> = {
  /** Kept in the database. */
  name: string;
  schema: z.ZodType<Values>;
  title(turn: Turn, values: Values): Maybe<string>;
  steps: Step<Values>[];
  finish(turn: Turn, values: Values): Promise<Finished>;
  /** Where the person finds themselves after they cancelled. */
  left?(turn: Turn, values: Values): Maybe<Screen>;
};

/** A form as the handler knows it, whatever its values. */
export type Form = {
  name: string;
  /** Asks the present step again, with `note` above. */
  ask(turn: Turn, dialogue: OpenDialogue, note?: string): Promise<Reply>;
  answer(turn: Turn, dialogue: OpenDialogue, given: Given): Promise<Reply>;
  leave(turn: Turn, dialogue: OpenDialogue): Promise<Reply>;
};

/** Words that leave out what need not be told. */
const nothing =
  /^(?:-|—|нет|нету|не надо|не нужн[оаы]|(?:без|нет) (?:места|ссылки|повестки|почты|телефона|комментария)|no|none|nothing|not needed|n\/a)[.!]?$/i;

/** Values of the buttons that every form has. */
export const CONTROLS = { back: "!back", skip: "!skip", keep: "!keep", cancel: "!cancel" } as const;

/** A pressed button of a form. */
export type FormPress = { token: string; step: string; value: string };

/** What a button's data says; null for a button of something else. */
export function readFormPress(data: string): FormPress | null {
  const [, token, step, value] = /^f:([\w-]{4}):(\w{1,12}):(.{1,44})$/su.exec(data) ?? [];
  return token && step && value ? { token, step, value } : null;
}

/** Whether a pressed button belongs to the step that a dialogue waits at. */
export function isPresent(dialogue: OpenDialogue, { token, step }: FormPress): boolean {
  const { data } = z.object({ token: z.string() }).safeParse(dialogue.data);
  return data?.token === token && dialogue.step === step;
}

/** Makes a form of its description; `open` begins it, at its first step or the one named. */
export function makeForm<Values>(spec: FormSpec<Values>): Form & {
  open(turn: Turn, values: Values, step?: string): Promise<Reply>;
} {
  type Standing = { token: string; step: Step<Values>; values: Values };
  const stored = z.object({ token: z.string(), values: spec.schema });
  const stepOf = (name: string) => spec.steps.find((step) => step.name === name);
  const way = spec.steps.filter(({ beside }) => !beside);
  const neighbour = (step: Step<Values>, values: Values, by: 1 | -1) =>
    step.beside ? stepOf(step.beside(values)) : way[way.indexOf(step) + by];

  function standing({ step: name, data }: OpenDialogue): Standing | null {
    const parsed = stored.safeParse(data);
    const step = stepOf(name);
    return parsed.success && step ? { ...parsed.data, step } : null;
  }

  async function show(turn: Turn, { token, step, values }: Standing, note?: string): Promise<Reply> {
    const index = way.indexOf((step.beside && stepOf(step.beside(values))) || step);
    const data = (value: string) => `f:${token}:${step.name}:${value}`;
    const control = (label: string, value: string) => button(label, data(value));
    const choices = (await step.choices?.(turn, values)) ?? [];
    const isFilled = step.shown(turn, values) !== null;
    const controls = [
      ...(isFilled && index < way.length - 1 ? [control(say(turn, "keep"), CONTROLS.keep)] : []),
      ...(index > 0 || step.beside ? [control(say(turn, "back"), CONTROLS.back)] : []),
      ...(step.skipped ? [control(say(turn, "skip"), CONTROLS.skip)] : []),
      control(say(turn, "cancel"), CONTROLS.cancel),
    ];
    const count = way.length;
    const title = await spec.title(turn, values);
    const head = count > 1 ? say(turn, "titleStep", { title, step: index + 1, count }) : title;
    const filled = spec.steps.flatMap((one) => one.shown(turn, values) ?? []);
    const parts = [note, [head, ...filled].join("\n"), await step.prompt(turn, values)];
    return {
      screens: [
        {
          text: parts.filter(Boolean).join("\n\n"),
          buttons: [
            ...choices
              .map((row) => row.map((one) => ("value" in one ? button(one.label, data(one.value)) : one)))
              .filter((row) => row.length > 0),
            controls,
          ],
        },
      ],
      dialogue: { name: spec.name, step: step.name, data: { token, values: values as object } },
    };
  }

  async function goOn(
    turn: Turn,
    from: Standing,
    values: Values,
    goTo?: string,
    note?: string,
  ): Promise<Reply> {
    const next = goTo ? stepOf(goTo) : neighbour(from.step, values, 1);
    if (next) return show(turn, { ...from, step: next, values }, note);
    const finished = await spec.finish(turn, values);
    if (finished.ok) return { dialogue: null, ...finished.reply };
    const step = stepOf(finished.step) ?? from.step;
    return show(turn, { ...from, step, values }, `⚠️ ${finished.why}`);
  }

  async function answer(turn: Turn, dialogue: OpenDialogue, given: Given): Promise<Reply> {
    const at = standing(dialogue);
    if (!at) return lost(turn);
    const { step, values } = at;
    const isNone = given.kind === "text" && step.skipped !== undefined && nothing.test(given.text.trim());
    const asked = isNone ? CONTROLS.skip : given.kind === "choice" ? given.value : null;
    if (asked === CONTROLS.cancel) return leave(turn, dialogue);
    if (asked === CONTROLS.back) {
      const before = neighbour(step, values, -1);
      return show(turn, { ...at, step: before ?? step }, before ? undefined : say(turn, "firstStep"));
    }
    if (asked === CONTROLS.skip)
      return step.skipped
        ? goOn(turn, at, step.skipped(values))
        : show(turn, at, `⚠️ ${say(turn, "cannotSkip")}`);
    if (asked === CONTROLS.keep && step.shown(turn, values) !== null) return goOn(turn, at, values);
    const read = await step.read(turn, values, given);
    if (!read.ok) return show(turn, at, `⚠️ ${read.why}`);
    return goOn(turn, at, read.values, read.goTo, read.note);
  }

  async function leave(turn: Turn, dialogue: OpenDialogue): Promise<Reply> {
    const at = standing(dialogue);
    const words = say(turn, "left");
    const screen = at ? await spec.left?.(turn, at.values) : undefined;
    return {
      screens: [screen ? { ...screen, text: `${words}\n\n${screen.text}` } : { text: words }],
      dialogue: null,
    };
  }

  return {
    name: spec.name,
    open: (turn, values, step) => {
      const first = (step === undefined ? undefined : stepOf(step)) ?? spec.steps[0];
      if (!first) throw new Error(`The form ${spec.name} has no step`);
      return show(turn, { token: randomBytes(3).toString("base64url"), step: first, values });
    },
    ask: (turn, dialogue, note) => {
      const at = standing(dialogue);
      return at ? show(turn, at, note) : Promise.resolve(lost(turn));
    },
    answer,
    leave,
  };
}

/** A dialogue of an older release that nobody can go on with. */
function lost(turn: Turn): Reply {
  return { screens: [{ text: say(turn, "lost") }], dialogue: null };
}
