import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { makeFirm } from "@/scripts/testing/firm";
import { storeHubMessages } from "@/server/domain/messages/hub/store-hub-messages";
import { db, transaction } from "@/server/lib/db";
import { hubMessageViews } from "./hub-message-views";
import { type HubFilter, hubFilter, hubPage } from "./schema";
import { searchHub } from "./search-hub";

type Firm = { workspaceId: number; chatIds: number[]; anna: number; oleg: number };

let firm: Firm;
let other: Firm;
let moment = Date.parse("2026-03-01T09:00:00Z");

async function makeGroups(name: string): Promise<Firm> {
  const workspaceId = await makeFirm(name);
  const { id: resourceId } = await db.resource.create({
    data: { workspaceId, provider: "telegram", name, credentials: "", accountKey: randomUUID() },
  });
  const chats = await db.chat.createManyAndReturn({
    data: ["-1", "-2"].map((externalId) => ({ workspaceId, resourceId, externalId, type: "group" as const })),
  });
  const person = (firstName: string, role: "client" | "manager") =>
    db.contact.create({
      data: { workspaceId, provider: "telegram", externalId: randomUUID(), firstName, role },
    });
  const [anna, oleg] = [await person("Анна", "client"), await person("Олег", "manager")];
  return { workspaceId, chatIds: chats.map(({ id }) => id), anna: anna.id, oleg: oleg.id };
}

/** Says something in a group a minute after what was said before; returns the message's id. */
async function say(
  text: string,
  { to = firm, chat = 0, by = to.anna, file }: { to?: Firm; chat?: number; by?: number; file?: string } = {},
): Promise<number> {
  moment += 60_000;
  const attachments = file ? [{ kind: "document" as const, fileName: file }] : [];
  const [stored] = await transaction((tx) =>
    storeHubMessages(tx, to.workspaceId, [
      {
        chatId: to.chatIds[chat] ?? 0,
        externalId: randomUUID(),
        contactId: by,
        type: file ? "document" : "text",
        text,
        attachments,
        sentAt: new Date(moment),
      },
    ]),
  );
  return stored?.id ?? 0;
}

async function find(
  filter: HubFilter,
  { in: where = firm, ...page }: Partial<{ in: Firm; limit: number }> = {},
) {
  return searchHub({ workspaceId: where.workspaceId }, hubFilter.parse(filter), hubPage.parse(page));
}

const idsOf = async (filter: HubFilter) => (await find(filter)).messages.map(({ id }) => id);

let bouquets: number;
let pions: number;
let delivered: number;
let english: number;
let price: number;

beforeAll(async () => {
  firm = await makeGroups("Flowers");
  other = await makeGroups("Others");
  bouquets = await say("Добрый день! Сколько стоят букеты из белых роз?");
  pions = await say("Пионы ещё есть в наличии?", { chat: 1 });
  delivered = await say("Доставили вовремя, спасибо за быструю доставку", { by: firm.oleg });
  english = await say("Do you deliver to the city centre? Delivering tomorrow would be fine");
  price = await say("Вот прайс", { by: firm.oleg, file: "Каталог_весна-2026.pdf" });
  await say("Секретные букеты чужой компании", { to: other });
});

test("words are found in any form, in both languages, with ё as е, in names of files and in transcripts", async () => {
  expect(await idsOf({ q: "букетами" })).toEqual([bouquets]);
  expect(await idsOf({ q: "белая роза" })).toEqual([bouquets]);
  expect(await idsOf({ q: "delivered" })).toEqual([english]);
  expect(await idsOf({ q: "ЕЩЕ пион" })).toEqual([pions]);
  expect(await idsOf({ q: "каталоги" })).toEqual([price]);
  expect(await idsOf({ q: "весна 2026" })).toEqual([price]);
  expect(await idsOf({ q: "роза пион" })).toEqual([]);
  await db.hubMessage.update({ where: { id: price }, data: { transcript: "позвоните насчёт тюльпанов" } });
  const [heard] = (await find({ q: "тюльпаны" })).messages;
  expect(heard).toMatchObject({
    id: price,
    snippet: { text: "позвоните насчёт тюльпанов", marks: [[17, 26]] },
  });
});

test("the last word may be unfinished, a word may be misspelt or typed on the wrong keys", async () => {
  expect(await idsOf({ q: "дост" })).toEqual([delivered]);
  expect(await idsOf({ q: "быструю достави" })).toEqual([delivered]);
  expect(await idsOf({ q: "дост быструю" })).toEqual([]);
  expect(await idsOf({ q: "буекты" })).toEqual([bouquets]);
  expect(await idsOf({ q: "достафка" })).toEqual([delivered]);
  expect(await idsOf({ q: "delievr" })).toEqual([english]);
  expect(await idsOf({ q: ",ertns" })).toEqual([bouquets]);
  expect(await idsOf({ q: "велосипед" })).toEqual([]);
});

test("what was found is shown by its place, cut around it in long texts", async () => {
  const [short] = (await find({ q: "роза" })).messages;
  const marked = short?.snippet?.marks.map(([start, end]) => short.snippet?.text.slice(start, end));
  expect(marked).toEqual(["роз"]);
  const long = await say(`${"слово за слово ".repeat(80)}<b>Гортензия</b> ${"и ещё немного ".repeat(80)}`);
  const [found] = (await find({ q: "гортензии" })).messages;
  expect(found?.id).toBe(long);
  const { text = "", marks = [] } = found?.snippet ?? {};
  expect(text.length).toBeLessThan(240);
  expect(text).toMatch(/^….*<b>Гортензия<\/b>.*…$/);
  expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(["Гортензия"]);
  expect((await find({})).messages.every(({ snippet }) => snippet === null)).toBe(true);
});

test("filters hold together with the words", async () => {
  await db.hubMessage.update({
    where: { id: bouquets },
    data: { intent: "question", intentConfidence: 0.9, sentiment: "neutral", urgent: true },
  });
  const [first, second] = firm.chatIds as [number, number];
  expect(await idsOf({ q: "букет", chatIds: [first], intents: ["question"], urgent: true })).toEqual([
    bouquets,
  ]);
  expect(await idsOf({ q: "букет", chatIds: [second] })).toEqual([]);
  expect(await idsOf({ chatIds: [second] })).toEqual([pions]);
  expect(await idsOf({ chatIds: [first, second] })).toEqual(await idsOf({}));
  await db.hubMessage.update({ where: { id: delivered }, data: { sentiment: "negative" } });
  expect(await idsOf({ sentiments: ["negative"] })).toEqual([delivered]);
  expect((await idsOf({ sentiments: ["negative", "neutral"] })).toSorted()).toEqual(
    [bouquets, delivered].toSorted(),
  );
  expect(await idsOf({ roles: ["manager"] })).toEqual([price, delivered]);
  expect(await idsOf({ roles: ["manager"], hasFile: true })).toEqual([price]);
  expect(await idsOf({ q: "букет", clientsOnly: true, sentiments: ["neutral"], hasIntent: true })).toEqual([
    bouquets,
  ]);
  expect(await idsOf({ contactId: firm.oleg, hasFile: false })).toEqual([delivered]);
  expect(await idsOf({ since: "2026-03-01T09:02:00Z", until: "2026-03-01T09:03:00Z" })).toEqual([pions]);
  expect(await idsOf({ roles: ["director"] })).toEqual([]);
  expect(await find({ q: "букет", intents: ["question", "order"] })).toMatchObject({
    total: 1,
    totalIsLowerBound: false,
    nextCursor: null,
  });
});

test("pages give each message once while others are written, and say how many there were", async () => {
  const hall = await makeGroups("Hall");
  const said: number[] = [];
  for (let number = 0; number < 7; number++) said.unshift(await say(`Скидка номер ${number}`, { to: hall }));
  // Of the same moment the later one comes first.
  await db.hubMessage.updateMany({
    where: { workspaceId: hall.workspaceId },
    data: { sentAt: new Date(moment) },
  });
  const actor = { workspaceId: hall.workspaceId };
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await searchHub(actor, { q: "скидки" }, { limit: 3, ...(cursor ? { cursor } : {}) });
    expect(page.total).toBe(7);
    seen.push(...page.messages.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
    await say("Скидка ещё одна", { to: hall });
  } while (cursor);
  expect(seen).toEqual(said);
  const skipped = await searchHub(actor, { q: "скидки" }, { limit: 3, offset: 4 });
  expect(skipped.messages.map(({ id }) => id)).toEqual([said[1], said[2], said[3]]);
  const beyondIds = Buffer.from('["2026-11-21T00:00:00.000Z",99999999999]').toString("base64url");
  for (const cursor of ["bm9uc2Vuc2U", beyondIds])
    await expect(searchHub(actor, {}, { limit: 3, cursor })).rejects.toMatchObject({
      code: "bad_input",
      reason: "cursor_unknown",
    });
});

test("a person merged of two contacts is found as one, a resource by its chats", async () => {
  const two = await makeGroups("Two");
  const lone = await db.contact.create({
    data: { workspaceId: two.workspaceId, provider: "kchat", externalId: "k1", firstName: "Аня" },
  });
  const said = [
    await say("фиалки", { to: two }),
    await say("фиалки?", { to: two, by: lone.id, chat: 1 }),
    await say("фиалки!", { to: two, by: two.oleg }),
  ];
  const ids = async (filter: HubFilter) =>
    (await find(filter, { in: two })).messages.map(({ id }) => id).toReversed();
  expect(await ids({ contactId: lone.id })).toEqual([said[1]]);
  await db.contact.update({ where: { id: lone.id }, data: { mergedIntoId: two.anna } });
  for (const contactId of [lone.id, two.anna])
    for (const q of [undefined, "фиалка"]) expect(await ids({ contactId, q })).toEqual([said[0], said[1]]);
  const { resourceId } = await db.chat.findFirstOrThrow({ where: { id: two.chatIds[0] } });
  expect(await ids({ resourceId })).toEqual(said);
  expect(await ids({ resourceId: resourceId - 1, q: "фиалка" })).toEqual([]);
});

test("nobody finds another workspace's messages, by words, ids or cursors", async () => {
  expect((await find({ q: "секретные" })).messages).toEqual([]);
  expect((await find({ chatIds: other.chatIds })).messages).toEqual([]);
  expect((await find({ contactId: other.anna })).total).toBe(0);
  const [theirs] = (await find({ q: "секретные" }, { in: other })).messages;
  expect(theirs?.text).toContain("Секретные");
  expect(await hubMessageViews(firm.workspaceId, [theirs?.id ?? 0, pions])).toMatchObject([{ id: pions }]);
});

test("anything may be typed: operators, quotes, SQL, nothing but signs, as much as one likes", async () => {
  for (const q of [
    "' or 1=1 --",
    "а & | ! ( ) :* <->",
    "\\'; drop table hub_messages",
    "$1 %s %",
    "\u0000",
    "*",
    "🌹",
  ])
    expect(await idsOf({ q })).toEqual([]);
  expect(await idsOf({ q: "букеты' & !:* (" })).toEqual([bouquets]);
  expect(await idsOf({ q: "!!! ???" })).toEqual([]);
  expect(await idsOf({ q: "да" })).toEqual([]);
  const endless = `${"абракадабра ".repeat(200)}${"ы".repeat(20_000)}`;
  expect(
    (await searchHub({ workspaceId: firm.workspaceId }, { q: endless }, { limit: 50 })).messages,
  ).toEqual([]);
  expect(await db.hubMessage.count({ where: { workspaceId: firm.workspaceId } })).toBeGreaterThan(5);
});

test("what was deleted is not found by its words", async () => {
  const gone = await say("Орхидея в горшке");
  expect(await idsOf({ q: "орхидеи" })).toEqual([gone]);
  await db.hubMessage.update({ where: { id: gone }, data: { deletedAt: new Date() } });
  expect(await idsOf({ q: "орхидеи" })).toEqual([]);
});
