import { beforeEach, expect, test } from "vitest";
import { makeMember } from "@/scripts/testing/make-member";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { listTexts } from "./list-texts";
import { meetingText } from "./meeting-text";
import { saveText } from "./save-text";

let workspace: { id: number; locale: string };
let owner: MemberActor;

beforeEach(async () => {
  await db.workspace.deleteMany();
  workspace = await db.workspace.create({ data: { name: "Firm", locale: "ru" } });
  owner = await makeMember(workspace.id);
});

const textOf = async (key: string) => (await listTexts(owner)).find((text) => text.key === key);

test("the workspace's own text goes over the file's, which goes over ours; an empty one takes it back", async () => {
  expect(await textOf("greeting")).toMatchObject({
    fromFile: "Здравствуйте!\n\nФИО: {fio}",
    own: null,
    placeholders: ["fio"],
  });
  expect(await meetingText(workspace, "greeting", { fio: "Анна" })).toBe("Здравствуйте!\n\nФИО: Анна");
  const english = { id: workspace.id, locale: "en" };
  expect(await meetingText(english, "greeting", { fio: "Ann" })).toMatch(/^Hello!/);
  expect(await saveText(owner, { key: "greeting", text: " Привет, {fio}! " })).toEqual({ ok: true });
  expect(await meetingText(workspace, "greeting", { fio: "{fio}" })).toBe("Привет, {fio}!");
  expect(await textOf("greeting")).toMatchObject({ own: "Привет, {fio}!" });
  await Promise.all([1, 2].map(() => saveText(owner, { key: "greeting", text: "" })));
  expect(await textOf("greeting")).toMatchObject({ own: null });
  expect(await db.auditEntry.findMany({ select: { action: true, targetName: true } })).toEqual([
    { action: "meeting.text_changed", targetName: "greeting" },
    { action: "meeting.text_changed", targetName: "greeting" },
  ]);
});

test("the same text twice is kept once", async () => {
  const save = () => saveText(owner, { key: "help", text: "Help" });
  expect(await Promise.all([save(), save()])).toEqual([{ ok: true }, { ok: true }]);
  expect(await db.auditEntry.count()).toBe(1);
});

test("what stands for nothing is refused by name", async () => {
  expect(await saveText(owner, { key: "greeting", text: "{fio} {topic} {x}" })).toEqual({
    ok: false,
    reason: "unknown_placeholder",
    unknown: ["topic", "x"],
    known: ["fio"],
  });
  expect(await saveText(owner, { key: "hello", text: "x" })).toEqual({ ok: false, reason: "unknown_text" });
  expect(await db.meetingText.count()).toBe(0);
});

test("managers may not, and another workspace's texts stay its own", async () => {
  const manager = await makeMember(workspace.id, "manager");
  await expect(saveText(manager, { key: "help", text: "x" })).rejects.toMatchObject({ reason: "role" });
  await expect(listTexts(manager)).rejects.toMatchObject({ reason: "role" });
  const other = await db.workspace.create({ data: { name: "Other", locale: "ru" } });
  await saveText(await makeMember(other.id), { key: "help", text: "Theirs" });
  expect(await textOf("help")).toMatchObject({ own: null });
});
