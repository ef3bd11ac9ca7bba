import { expect, it } from "vitest";
import type { MemberActor, MemberRole } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { addSource } from "./add-source";
import { changeSource } from "./change-source";
import { copySource } from "./copy-source";
import { listSources, sourceDetail } from "./queries";
import { reindexSource } from "./reindex-source";
import { removeSource } from "./remove-source";
import { addSourceInput } from "./schema";
import { setSourceEnabled } from "./set-source-enabled";
import { tryQuestion } from "./try-question";

async function member(role: MemberRole = "director"): Promise<MemberActor> {
  const workspace = await db.workspace.create({ data: { name: "Bikes" } });
  return join(workspace.id, role);
}

async function join(workspaceId: number, role: MemberRole): Promise<MemberActor> {
  const user = await db.user.create({
    data: {
      name: "Nina",
      email: `${crypto.randomUUID()}@example.com`,
      memberships: { create: { workspaceId, role } },
    },
  });
  return { kind: "member", workspaceId, userId: user.id, role };
}

const text = (value: string, title = "Rent") => addSourceInput.parse({ title, kind: "text", text: value });
const answerTo = async (actor: MemberActor, question: string) =>
  tryQuestion(actor, { question }, new AbortController().signal);
const added = async (actor: MemberActor, value = "A city bicycle costs 12 euros a day.") => {
  const result = await addSource(actor, text(value));
  if (!result.ok) throw new Error(result.reason);
  return result.sourceId;
};
const reasonOf = (refused: Promise<unknown>) =>
  refused.then(
    (result) => (result as { reason?: string } | undefined)?.reason ?? "done",
    (error: { reason?: string }) => error.reason,
  );

it("a fact added is in the very next answer, with its source, and a change in the one after", async () => {
  const actor = await member();
  expect((await answerTo(actor, "How much is a city bicycle a day?")).kind).toBe("handover");
  const sourceId = await added(actor);
  const answer = await answerTo(actor, "How much is a city bicycle a day?");
  expect(answer).toMatchObject({
    kind: "answer",
    sentences: [{ text: "A city bicycle costs 12 euros a day.", source: "Rent", sourceId }],
  });
  expect(answer.nearest[0]).toMatchObject({ sourceId });
  const { updatedAt } = await sourceDetail(actor, { sourceId });
  const change = text("A city bicycle costs 15 euros a day.");
  expect(await changeSource(actor, { ...change, sourceId, updatedAt })).toEqual({ ok: true, sourceId });
  expect((await answerTo(actor, "How much is a city bicycle a day?")).sentences[0]?.text).toContain(
    "15 euros",
  );
  // The page that was opened before the change may not undo it unseen.
  const late = changeSource(actor, { ...text("A bicycle is free."), sourceId, updatedAt });
  expect(await reasonOf(late)).toBe("changed_meanwhile");
});

it("what is disabled or removed is not quoted any more", async () => {
  const actor = await member();
  const sourceId = await added(actor);
  await setSourceEnabled(actor, { sourceId, enabled: false });
  await setSourceEnabled(actor, { sourceId, enabled: false });
  expect((await answerTo(actor, "How much is a city bicycle a day?")).kind).toBe("handover");
  await setSourceEnabled(actor, { sourceId, enabled: true });
  expect((await answerTo(actor, "How much is a city bicycle a day?")).kind).toBe("answer");
  await removeSource(actor, { sourceId });
  expect((await answerTo(actor, "How much is a city bicycle a day?")).kind).toBe("handover");
  expect(await reasonOf(removeSource(actor, { sourceId }))).toBe("source");
  expect(
    await db.auditEntry.findMany({
      where: { workspaceId: actor.workspaceId },
      orderBy: { id: "asc" },
      select: { action: true },
    }),
  ).toEqual(["added", "disabled", "enabled", "removed"].map((verb) => ({ action: `knowledge.${verb}` })));
});

it("pasted pairs answer, and what holds no pair or no word is refused", async () => {
  const actor = await member();
  const qa = (value: string) =>
    addSource(actor, addSourceInput.parse({ title: "FAQ", kind: "qa", text: value }));
  expect((await qa("В: Можно ли с собакой?\nО: Да, собаки едут бесплатно.")).ok).toBe(true);
  expect((await answerTo(actor, "Можно ли взять собаку?")).sentences[0]?.text).toBe(
    "Да, собаки едут бесплатно.",
  );
  expect(await reasonOf(qa("Здесь нет вопросов."))).toBe("no_pairs");
  expect(await reasonOf(addSource(actor, text("— ! —")))).toBe("no_words");
});

it("the same text twice, at the same moment too, is one", async () => {
  const actor = await member();
  const ids = await Promise.all([added(actor), added(actor), added(actor)]);
  expect(new Set(ids).size).toBe(1);
  expect((await listSources(actor)).sources).toHaveLength(1);
});

it("a text of a file is changed where it stands, or here as a copy in its place", async () => {
  const actor = await member();
  const sourceId = await added(actor);
  await db.knowledgeSource.update({ where: { id: sourceId }, data: { origin: "company_context.txt" } });
  const { updatedAt } = await sourceDetail(actor, { sourceId });
  expect(await reasonOf(changeSource(actor, { ...text("Other."), sourceId, updatedAt }))).toBe("from_file");
  expect(await reasonOf(removeSource(actor, { sourceId }))).toBe("from_file");
  const copies = await Promise.all([copySource(actor, { sourceId }), copySource(actor, { sourceId })]);
  expect(copies[0]).toEqual(copies[1]);
  expect((await listSources(actor)).sources.map(({ enabled, file }) => ({ enabled, file }))).toEqual([
    { enabled: false, file: "company_context.txt" },
    { enabled: true, file: null },
  ]);
  expect((await answerTo(actor, "How much is a city bicycle a day?")).kind).toBe("answer");
});

it("is cut anew on demand", async () => {
  const actor = await member();
  const sourceId = await added(actor);
  await db.passage.deleteMany({ where: { sourceId } });
  await reindexSource(actor, { sourceId });
  expect((await sourceDetail(actor, { sourceId })).passageList).toHaveLength(1);
});

it("managers look and do not change; others see nothing", async () => {
  const owner = await member("owner");
  const sourceId = await added(owner);
  const manager = await join(owner.workspaceId, "manager");
  expect(await listSources(manager)).toMatchObject({ mayEdit: false, sources: [{ id: sourceId }] });
  expect((await answerTo(manager, "How much is a city bicycle a day?")).kind).toBe("answer");
  const stranger = await member("owner");
  const change = { ...text("Mine."), sourceId, updatedAt: new Date().toISOString() };
  for (const [actor, reason] of [
    [manager, "role"],
    [stranger, "source"],
  ] as const) {
    expect(await reasonOf(changeSource(actor, change))).toBe(reason);
    expect(await reasonOf(setSourceEnabled(actor, { sourceId, enabled: false }))).toBe(reason);
    expect(await reasonOf(removeSource(actor, { sourceId }))).toBe(reason);
    expect(await reasonOf(reindexSource(actor, { sourceId }))).toBe(reason);
    expect(await reasonOf(copySource(actor, { sourceId }))).toBe(reason);
  }
  expect(await reasonOf(addSource(manager, text("Mine.")))).toBe("role");
  expect(await reasonOf(sourceDetail(stranger, { sourceId }))).toBe("source");
  expect((await answerTo(stranger, "How much is a city bicycle a day?")).kind).toBe("handover");
  expect((await listSources(owner)).sources).toHaveLength(1);
});
