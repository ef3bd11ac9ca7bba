import { expect, test } from "vitest";
import { z } from "zod";
import { CONTROLS, isPresent, makeForm, readFormPress } from "./form";
import type { Reply, Turn } from "./turn";

// Forms ask a turn for its language only; the rest is for what the steps do.
const turn = { locale: "en" } as Turn;

const form = makeForm<{ name?: string; size?: string; isGift?: boolean }>({
  name: "order",
  schema: z.object({
    name: z.string().optional(),
    size: z.string().optional(),
    isGift: z.boolean().optional(),
  }),
  title: () => "Order",
  steps: [
    {
      name: "name",
      shown: (_, { name }) => (name ? `Name: ${name}` : null),
      prompt: () => "Name?",
      read: (_, values, given) =>
        given.kind === "text" && given.text.length < 9
          ? { ok: true, values: { ...values, name: given.text } }
          : { ok: false, why: "Too long." },
    },
    {
      name: "gift",
      shown: (_, { isGift }) => (isGift ? "A gift" : null),
      prompt: () => "A gift?",
      read: (_, values) => ({ ok: true, values: { ...values, isGift: true } }),
      skipped: ({ isGift: _, ...values }) => values,
      beside: () => "size",
    },
    {
      name: "size",
      shown: (_, { size }) => (size ? `Size: ${size}` : null),
      prompt: () => "Size?",
      choices: () => [[{ label: "Big", value: "big" }], []],
      read: (_, values, given) =>
        given.kind === "text" && given.text === "gift"
          ? { ok: true, values, goTo: "gift" }
          : { ok: true, values: { ...values, size: given.kind === "choice" ? given.value : given.text } },
      skipped: ({ size: _, ...values }) => values,
    },
    {
      name: "confirm",
      shown: () => null,
      prompt: () => "Sure?",
      read: (_, values) => ({ ok: true, values }),
    },
  ],
  finish: async (_, { name, size }) =>
    name === "sold out"
      ? { ok: false, step: "name", why: "Sold out." }
      : { ok: true, reply: { screens: [{ text: `${name}, ${size ?? "any"}` }] } },
});

const dialogueOf = ({ dialogue }: Reply) => {
  if (!dialogue) throw new Error("The dialogue is over");
  return dialogue;
};
const textOf = ({ screens }: Reply) => screens.map(({ text }) => text).join("\n");
const buttonsOf = ({ screens }: Reply) =>
  (screens[0]?.buttons ?? []).flat().map((one) => [one.label, "data" in one ? one.data : ""]);
const say = (reply: Reply, text: string) => form.answer(turn, dialogueOf(reply), { kind: "text", text });
const press = (reply: Reply, value: string) =>
  form.answer(turn, dialogueOf(reply), { kind: "choice", value });

test("each prompt shows what is filled, and goes on with what was understood", async () => {
  const first = await form.open(turn, {});
  expect(textOf(first)).toBe("📝 Order · step 1 of 3\n\nName?");
  const wrong = await say(first, "much too long");
  expect(textOf(wrong)).toBe("⚠️ Too long.\n\n📝 Order · step 1 of 3\n\nName?");
  const second = await say(wrong, "Ann");
  expect(textOf(second)).toBe("📝 Order · step 2 of 3\nName: Ann\n\nSize?");
  expect(buttonsOf(second).map(([label]) => label)).toEqual(["Big", "⬅️ Back", "Skip", "✖️ Cancel"]);
  const done = await say(await press(second, "big"), "yes");
  expect(textOf(done)).toBe("Ann, big");
  expect(done.dialogue).toBeNull();
});

test("back shows what was given and lets it stay; skip takes it away", async () => {
  const second = await say(await form.open(turn, {}), "Ann");
  const third = await press(second, "big");
  const back = await press(third, CONTROLS.back);
  expect(textOf(back)).toContain("Size: big\n\nSize?");
  expect(textOf(await press(back, CONTROLS.keep))).toContain("Size: big\n\nSure?");
  const skipped = await press(back, CONTROLS.skip);
  expect(textOf(await say(back, "Нет."))).toBe(textOf(skipped));
  expect(textOf(skipped)).not.toContain("Size:");
  expect(textOf(await press(await press(back, CONTROLS.back), CONTROLS.back))).toMatch(
    /This is the first step/,
  );
  expect(textOf(await press(await form.open(turn, {}), CONTROLS.skip))).toMatch(/cannot be skipped/);
});

test("a step beside the way is passed over, and leads back to where it was asked for", async () => {
  const second = await say(await form.open(turn, {}), "Ann");
  const beside = await say(second, "gift");
  expect(textOf(beside)).toBe("📝 Order · step 2 of 3\nName: Ann\n\nA gift?");
  expect(buttonsOf(beside).map(([label]) => label)).toEqual(["⬅️ Back", "Skip", "✖️ Cancel"]);
  expect(textOf(await press(beside, CONTROLS.back))).toMatch(/Name: Ann\n\nSize\?$/);
  expect(textOf(await press(beside, CONTROLS.skip))).toMatch(/Name: Ann\n\nSize\?$/);
  const chosen = await say(beside, "yes");
  expect(textOf(chosen)).toMatch(/Name: Ann\nA gift\n\nSize\?$/);
  expect(textOf(await press(await press(chosen, "big"), CONTROLS.back))).toMatch(/Size\?$/);
});

test("what goes wrong at the end leads back to the step that mends it", async () => {
  const last = await press(await say(await form.open(turn, {}), "sold out"), CONTROLS.skip);
  const again = await say(last, "yes");
  expect(textOf(again)).toMatch(/^⚠️ Sold out\.[\s\S]*Name\?$/);
  expect(again.dialogue?.step).toBe("name");
});

test("cancel ends it, and a dialogue of an older release is told to be over", async () => {
  const first = await form.open(turn, {});
  expect(await press(first, CONTROLS.cancel)).toMatchObject({ dialogue: null });
  const strange = { ...dialogueOf(first), step: "colour" };
  expect(await form.answer(turn, strange, { kind: "text", text: "x" })).toMatchObject({ dialogue: null });
  expect(await form.ask(turn, { ...dialogueOf(first), data: {} })).toMatchObject({ dialogue: null });
});

test("buttons name their dialogue and step in at most 64 bytes", async () => {
  const second = await say(await form.open(turn, {}), "Ann");
  const other = await say(await form.open(turn, {}), "Ann");
  for (const [, data = ""] of buttonsOf(second)) {
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
    const read = readFormPress(data);
    expect(read && isPresent(dialogueOf(second), read)).toBe(true);
    expect(read && isPresent(dialogueOf(other), read)).toBe(false);
    expect(read && isPresent({ ...dialogueOf(second), step: "name" }, read)).toBe(false);
  }
  expect(readFormPress("att:1:yes")).toBeNull();
});
