import { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { connectBot } from "@/scripts/testing/support-company";
import { mergeContacts } from "@/server/domain/contacts/merge-contacts";
import { separateContact } from "@/server/domain/contacts/separate-contact";
import { correctAnalysis } from "@/server/domain/intents/correct-analysis";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { addLeadNote } from "./add-lead-note";
import { changeLead } from "./change-lead";
import { createLead } from "./create-lead";
import { deleteLead } from "./delete-lead";
import { exportLeads } from "./export-leads";
import { importLeads } from "./import/import-leads";
import { leadBoard } from "./lead-board";
import { leadDetail } from "./lead-detail";
import { leadFromConversation } from "./lead-from-conversation";
import { leadFromHubMessage } from "./lead-from-hub-message";
import { leadTimeline } from "./lead-timeline";
import { listLeads } from "./list-leads";
import { makeLeadByRule } from "./make-lead-by-rule";
import { type LeadPage, leadPage } from "./schema";

let firm: number;
let ana: MemberActor;
let owner: MemberActor;
let resourceId: number;
let stranger: MemberActor;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  ana = await join(firm, "Ana", "manager");
  stranger = await join(await makeFirm("Other"), "Stan", "owner");
  resourceId = await connectBot(firm, { token: `7000000098:${"z".repeat(35)}`, username: "firm_bot" });
});

async function person(externalId: string, firstName: string, data = {}) {
  const contact = await db.contact.create({
    data: { workspaceId: firm, provider: "telegram", externalId, firstName, ...data },
  });
  const conversation = await db.conversation.create({
    data: {
      workspaceId: firm,
      resourceId,
      contactId: contact.id,
      lastSeq: 1,
      lastMessageAt: new Date(Date.now() - 7_200_000),
    },
  });
  const chat = await db.chat.create({
    data: {
      workspaceId: firm,
      resourceId,
      externalId: `-100${externalId}`,
      type: "supergroup",
      title: "Wholesale",
    },
  });
  const message = await db.hubMessage.create({
    data: {
      workspaceId: firm,
      chatId: chat.id,
      contactId: contact.id,
      text: `words of ${firstName}`,
      sentAt: new Date(Date.now() - 3_600_000),
    },
  });
  return { contactId: contact.id, conversationId: conversation.id, hubMessageId: message.id };
}

async function made(name: string, data = {}) {
  const result = await createLead(ana, { name, ...data });
  if (!result.ok) throw new Error(result.reason);
  return result.lead;
}

const page = (given: Partial<LeadPage> = {}): LeadPage => leadPage.parse(given);

test("phone and e-mail are normalised or refused; the same made twice is one", async () => {
  const input = {
    name: "Mia",
    phone: "8 (912) 345-67-89",
    email: " MIA@Example.com ".trim(),
    clientId: "one",
  };
  const twice = await Promise.all([createLead(ana, input), createLead(ana, input)]);
  expect(twice).toMatchObject([{ ok: true }, { ok: true }]);
  const { leads, total } = await listLeads(ana, {}, page());
  expect(total).toBe(1);
  expect(leads).toMatchObject([
    { phone: "+79123456789", email: "mia@example.com", source: "manual", status: "new", currency: "EUR" },
  ]);
  for (const [field, value] of [
    ["phone", "call me"],
    ["email", "mia@"],
  ] as const)
    expect(await createLead(ana, { name: "Mia", [field]: value })).toEqual({ ok: false, reason: field });
  expect(await createLead(ana, { name: "Mia", ownerUserId: stranger.userId })).toEqual({
    ok: false,
    reason: "owner",
  });
});

test("a person has one open lead, however they came and whoever clicks", async () => {
  const mia = await person("81", "Mia", { leadSource: "fair-2026", phone: "+38160" });
  const results = await Promise.all([
    leadFromConversation(ana, mia),
    leadFromConversation(owner, mia),
    leadFromHubMessage(ana, mia),
  ]);
  expect(new Set(results.map((result) => "lead" in result && result.lead.id)).size).toBe(1);
  expect(await db.lead.findMany()).toMatchObject([{ source: "qr:fair-2026", name: "Mia" }]);
  expect(await db.auditEntry.count({ where: { action: "lead.created" } })).toBe(1);
  await db.workspace.update({ where: { id: firm }, data: { hubSettings: { leadIntents: ["order"] } } });
  const rule = (hubMessageId: number, intent: "order" | "question") =>
    transaction((tx) => makeLeadByRule(tx, { workspaceId: firm, hubMessageId, intent }));
  expect(await rule(mia.hubMessageId, "order")).toBeNull();
  const sam = await person("82", "Sam");
  const boss = await person("83", "Boss", { role: "director" });
  expect(await rule(sam.hubMessageId, "question")).toBeNull();
  expect(await rule(boss.hubMessageId, "order")).toBeNull();
  const both = await Promise.all([rule(sam.hubMessageId, "order"), rule(sam.hubMessageId, "order")]);
  expect(both.filter(Boolean)).toHaveLength(1);
  await db.lead.updateMany({ where: { contactId: sam.contactId }, data: { status: "lost" } });
  expect(await rule(sam.hubMessageId, "order")).toBeNull();
  expect(await db.lead.findFirst({ orderBy: { id: "desc" } })).toMatchObject({
    source: "group",
    contactId: sam.contactId,
    hubMessageId: sam.hubMessageId,
  });
  const eve = await person("84", "Eve");
  await correctAnalysis(owner, { hubMessageId: eve.hubMessageId, intent: "order" });
  expect(await db.lead.count({ where: { contactId: eve.contactId } })).toBe(1);
});

test("each change is a step, what stays the same is none; notes come once", async () => {
  const lead = await made("Mia");
  const change = { leadId: lead.id, status: "won", value: 100.5, ownerUserId: owner.userId } as const;
  expect(await changeLead(ana, change)).toMatchObject({ ok: true, lead: { value: 100.5 } });
  const [again] = await Promise.all([changeLead(ana, change), changeLead(ana, change)]);
  expect(again).toMatchObject({ ok: true, lead: { status: "won", settledAt: expect.any(String) } });
  const note = { leadId: lead.id, clientId: "00000000-0000-4000-8000-000000000001", text: "Likes roses" };
  await Promise.all([addLeadNote(ana, note), addLeadNote(ana, note)]);
  const { items } = await leadTimeline(ana, { leadId: lead.id, limit: 50 });
  expect(items.map((item) => item.type === "step" && item.kind).sort()).toEqual(
    ["created", "note", "owner", "status", "value"].sort(),
  );
  expect(await changeLead(ana, { leadId: lead.id, status: "proposal", phone: "" })).toMatchObject({
    lead: { settledAt: null, phone: null },
  });
});

test("lists go on where they stopped in every order; the board counts and sums", async () => {
  for (const [index, value] of [5, null, 7, 5, null].entries())
    await made(`Lead ${index}`, {
      value,
      status: index === 4 ? "won" : "new",
      phone: `+38160000000${index}`,
    });
  for (const sort of ["updated", "created", "name", "value", "nextStep"] as const)
    for (const order of ["asc", "desc"] as const) {
      const seen: number[] = [];
      let cursor: string | undefined;
      do {
        const found = await listLeads(ana, {}, page({ sort, order, limit: 2, cursor }));
        seen.push(...found.leads.map(({ id }) => id));
        cursor = found.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
  const { columns } = await leadBoard(ana, {});
  expect(columns.map(({ status, total }) => [status, total]).slice(0, 2)).toEqual([
    ["new", 4],
    ["contacted", 0],
  ]);
  expect(columns[0]?.worth).toEqual([{ currency: "EUR", value: 17 }]);
  expect((await listLeads(ana, { search: "000-0003" }, page())).total).toBe(1);
  expect((await listLeads(ana, { search: "100%" }, page())).total).toBe(0);
  const cursorOf = (text: string) => Buffer.from(text).toString("base64url");
  for (const cursor of ["rubbish", cursorOf('["no date",1]'), cursorOf('["2026-11-21",99999999999]')])
    await expect(listLeads(ana, {}, page({ cursor }))).rejects.toMatchObject({ reason: "cursor_unknown" });
  await expect(
    listLeads(ana, {}, page({ sort: "value", cursor: cursorOf('["1e999999",1]') })),
  ).rejects.toMatchObject({ reason: "cursor_unknown" });
});

test("merged contacts are one person in the timeline, and two again when separated", async () => {
  const [a, b, c] = [await person("81", "Mia"), await person("82", "Mia K"), await person("83", "Eve")];
  const { lead } = await leadFromConversation(ana, a);
  const director = await join(firm, "Dora", "director");
  const merge = (contactId: number, intoId: number) => mergeContacts(director, { contactId, intoId });
  const results = await Promise.all([
    merge(a.contactId, b.contactId),
    merge(b.contactId, a.contactId),
    merge(a.contactId, b.contactId),
  ]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await merge(c.contactId, a.contactId);
  expect(await merge(a.contactId, c.contactId)).toEqual({ ok: false, reason: "same" });
  const pages: string[] = [];
  let cursor: string | undefined;
  do {
    const found = await leadTimeline(ana, { leadId: lead.id, limit: 2, cursor });
    pages.push(...found.items.map(({ key }) => key));
    cursor = found.next ?? undefined;
  } while (cursor);
  expect(new Set(pages).size).toBe(pages.length);
  expect(pages.filter((key) => key.startsWith("conversation"))).toHaveLength(3);
  expect(pages.filter((key) => key.startsWith("message"))).toHaveLength(3);
  expect((await leadDetail(ana, { leadId: lead.id })).person).toHaveLength(3);
  expect(await leadFromHubMessage(ana, c)).toMatchObject({ existed: true, lead: { id: lead.id } });
  await Promise.all([
    separateContact(director, { contactId: c.contactId }),
    separateContact(director, { contactId: c.contactId }),
  ]);
  expect((await leadDetail(ana, { leadId: lead.id })).person).toHaveLength(2);
  expect(await db.auditEntry.count({ where: { action: "contact.unmerged" } })).toBe(1);
  await expect(mergeContacts(ana, { contactId: a.contactId, intoId: c.contactId })).rejects.toMatchObject({
    reason: "role",
  });
  const foreign = await db.contact.create({
    data: { workspaceId: stranger.workspaceId, provider: "telegram", externalId: "81", firstName: "X" },
  });
  await expect(merge(a.contactId, foreign.id)).rejects.toMatchObject({ code: "not_found" });
});

const file = (text: string) => Readable.from([Buffer.from(text)]) as AsyncIterable<Uint8Array>;

test("a file's good lines are leads once, its bad ones are told with number and reason", async () => {
  await made("Known", { email: "known@example.com" });
  const csv = [
    "\u{feff}Имя;Телефон;E-mail;Сумма;Статус;Ответственный;Заметка",
    '"Мия; флорист";8 912 345-67-89;mia@example.com;"1 234,50";Новый;ana;"две',
    'строки"',
    ";1;;;;;",
    "Sam;call me;;;;;",
    "Eve;;known@example.com;;;;",
    "Bob;;;many;;;",
    "'=Formula;;f@example.com;1.234,5;won;nobody;",
    "'=Formula;;f@example.com;1.234,5;won;;",
  ].join("\n");
  const look = await importLeads(owner, { bytes: file(csv), mapping: null, importId: null });
  expect(look).toMatchObject({ ok: true, good: 2, badTotal: 5, made: 0 });
  expect(look.ok && look.bad.map(({ line, reason }) => [line, reason])).toEqual([
    [4, "name_missing"],
    [5, "phone"],
    [6, "duplicate"],
    [7, "value"],
    [8, "owner"],
  ]);
  const importId = "00000000-0000-4000-8000-000000000002";
  const tries = await Promise.all(
    [1, 2].map(() => importLeads(owner, { bytes: file(csv), mapping: null, importId })),
  );
  expect(tries.map((result) => result.ok && result.made).sort()).toEqual([0, 2]);
  expect(await db.lead.count()).toBe(3);
  const out = await textOf(Readable.from(await exportLeads(owner, {})));
  expect(out).toContain('"\'=Formula"'.slice(1, -1));
  expect(out).toContain("+79123456789");
  const back = await importLeads(owner, { bytes: file("name\n'=Formula"), mapping: null, importId: null });
  expect(back).toMatchObject({ ok: true, good: 1 });
  expect(
    await importLeads(owner, { bytes: file('name\nMia\n"open'), mapping: null, importId: null }),
  ).toMatchObject({
    good: 1,
    bad: [{ line: 3, reason: "quotes" }],
  });
  await expect(
    importLeads(owner, { bytes: file("name\n\0"), mapping: null, importId: null }),
  ).rejects.toMatchObject({ reason: "not_text" });
  await expect(importLeads(ana, { bytes: file(csv), mapping: null, importId: null })).rejects.toMatchObject({
    reason: "role",
  });
});

test.each([
  // “Имя;Телефон / Мия Ёлкина;89123456789” as a Russian Excel saves it, and as Unicode text.
  ["windows-1251", "c8ecff3bd2e5ebe5f4eeed0d0acce8ff20a8ebeae8ede03b3839313233343536373839"],
  ["utf-16le", `fffe${Buffer.from("Имя\tТелефон\r\nМия Ёлкина\t89123456789", "utf16le").toString("hex")}`],
])("a file in %s is read as it was meant", async (_, hex) => {
  const bytes = Readable.from([Buffer.from(hex, "hex")]) as AsyncIterable<Uint8Array>;
  expect(await importLeads(owner, { bytes, mapping: null, importId: null })).toMatchObject({
    header: ["Имя", "Телефон"],
    sample: [["Мия Ёлкина", "89123456789"]],
    good: 1,
  });
});

test("a file in another encoding is refused rather than garbled", async () => {
  const bytes = Readable.from([Buffer.from("name\nJörg Müller", "latin1")]) as AsyncIterable<Uint8Array>;
  await expect(importLeads(owner, { bytes, mapping: null, importId: null })).rejects.toMatchObject({
    reason: "not_text",
  });
});

test("managers delete none, keys need their scope, nobody sees another firm's", async () => {
  const lead = await made("Mia");
  await expect(deleteLead(ana, { leadId: lead.id })).rejects.toMatchObject({ reason: "role" });
  for (const act of [
    () => leadDetail(stranger, { leadId: lead.id }),
    () => changeLead(stranger, { leadId: lead.id, name: "Taken" }),
    () => deleteLead(stranger, { leadId: lead.id }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "not_found" });
  const key: ApiKeyActor = { kind: "api-key", workspaceId: firm, apiKeyId: 0, scopes: ["leads:read"] };
  expect((await listLeads(key, {}, page())).total).toBe(1);
  await expect(createLead(key, { name: "Key" })).rejects.toMatchObject({ reason: "scope" });
  const results = await Promise.allSettled([1, 2].map(() => deleteLead(owner, { leadId: lead.id })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
