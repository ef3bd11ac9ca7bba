import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { unzipSync } from "fflate";
import { beforeEach, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { connectBot } from "@/scripts/testing/support-company";
import { propose } from "@/server/domain/approvals/propose";
import { proposeBatch } from "@/server/domain/approvals/propose-batch";
import { enforceRetention } from "@/server/domain/conversations/enforce-retention";
import { storeFile } from "@/server/domain/files/store-file";
import { deleteWorkspace } from "@/server/domain/workspaces/delete-workspace";
import { exportWorkspace } from "@/server/domain/workspaces/export-workspace";
import { setRetention } from "@/server/domain/workspaces/set-retention";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { storage } from "@/server/storage/chosen-storage";
import { deleteContact } from "./delete-contact";
import { exportContact } from "./export-contact";
import { identifyContact } from "./identify-contact";
import { mergeContacts } from "./merge-contacts";
import { searchContacts } from "./queries";

let firm: number;
let owner: MemberActor;
let resourceId: number;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  resourceId = await connectBot(firm, { token: `7000000099:${"z".repeat(35)}`, username: "firm_bot" });
});

/** A person with one conversation, a message with a file in it, a private chat and stored updates. */
async function person(externalId: string, firstName: string, closedAt: Date | null = null) {
  const place = { workspaceId: firm, resourceId };
  const contact = await identifyContact(firm, "telegram", { externalId, firstName, isBot: false });
  const contactId = contact.id;
  const chat = await db.chat.create({ data: { ...place, externalId, type: "private", contactId } });
  const conversation = await db.conversation.create({
    data: { ...place, contactId, lastSeq: 1, closedAt, state: closedAt ? "closed" : "assistant" },
  });
  const stored = await storeFile({
    workspaceId: firm,
    contactId,
    fileName: "plan.txt",
    stream: Readable.from([`the plan of ${firstName}`]),
  });
  if (!stored.ok) throw new Error(stored.reason);
  await db.message.create({
    data: {
      workspaceId: firm,
      conversationId: conversation.id,
      seq: 1,
      author: "customer",
      origin: "bot",
      contactId,
      text: `words of ${firstName}`,
      attachments: { create: { kind: "document", fileId: stored.file.id, fileName: "plan.txt" } },
    },
  });
  const update = (id: string, lane: string, payload: object) =>
    db.inboundUpdate.create({ data: { resourceId, externalId: `${externalId}${id}`, lane, payload } });
  await update("1", externalId, { message: { chat: { id: Number(externalId) }, text: "hello" } });
  await update("2", "-100/7", { message: { from: { id: Number(externalId) }, text: "in a group" } });
  return { contactId, chat, conversation, file: stored.file };
}

async function read(bytes: AsyncGenerator<Uint8Array>): Promise<Record<string, string>> {
  const files = unzipSync(await buffer(bytes));
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString("utf8")]),
  );
}

test("stored updates of a topic in another resource's group go with whom it is about", async () => {
  const host = await connectBot(firm, { token: `7000000098:${"y".repeat(35)}`, username: "host_bot" });
  const { id: contactId } = await identifyContact(firm, "kchat", {
    externalId: "9007199254740993",
    firstName: "Ivan",
    isBot: false,
  });
  const group = await db.chat.create({
    data: { workspaceId: firm, resourceId: host, externalId: "-100500", type: "supergroup" },
  });
  await db.conversation.create({
    data: {
      ...{ workspaceId: firm, resourceId, contactId },
      topics: { create: { chatId: group.id, externalId: "9", name: "Ivan" } },
    },
  });
  for (const lane of ["-100500/9", "-100500/10"])
    await db.inboundUpdate.create({ data: { resourceId: host, externalId: lane, lane, payload: {} } });
  expect(await deleteContact(owner, { contactId, confirm: "Ivan" })).toEqual({ ok: true });
  expect(await db.inboundUpdate.findMany()).toMatchObject([{ lane: "-100500/10" }]);
});

test("everything about a person goes, the files' bytes too, and nothing of anybody else's", async () => {
  const james = await person("8200000071", "James");
  const ana = await person("8200000072", "Ana");
  expect(await deleteContact(owner, { contactId: james.contactId, confirm: "Ana" })).toEqual({
    ok: false,
    reason: "confirm",
  });
  const input = { contactId: james.contactId, confirm: "James" };
  expect(await deleteContact(owner, input)).toEqual({ ok: true });
  await expect(deleteContact(owner, input)).rejects.toMatchObject({ code: "not_found" });
  expect(await storage.get(james.file.storageKey)).toBeNull();
  expect(await db.message.findMany({ select: { text: true } })).toEqual([{ text: "words of Ana" }]);
  expect(await db.file.findMany({ select: { id: true } })).toEqual([{ id: ana.file.id }]);
  expect(await db.chat.count({ where: { contactId: james.contactId } })).toBe(0);
  const updates = await db.inboundUpdate.findMany();
  expect(updates.map(({ externalId }) => externalId).sort()).toEqual(["82000000721", "82000000722"]);
  const [entry] = await db.auditEntry.findMany({ where: { action: "contact.deleted" } });
  expect(entry).toMatchObject({ targetId: james.contactId, targetName: `#${james.contactId}` });
  expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain("James");
  const again = await identifyContact(firm, "telegram", {
    externalId: "8200000071",
    firstName: "James",
    isBot: false,
  });
  expect(again.id).not.toBe(james.contactId);
});

test("asked twice at once it is done once", async () => {
  const { contactId } = await person("8200000071", "James");
  const input = { contactId, confirm: "James" };
  const results = await Promise.allSettled([deleteContact(owner, input), deleteContact(owner, input)]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.auditEntry.count({ where: { action: "contact.deleted" } })).toBe(1);
});

test("an export holds what is kept about them, files too", async () => {
  const { contactId, file } = await person("8200000071", "James");
  await person("8200000072", "Milica");
  const files = await read((await exportContact(owner, { contactId })).bytes);
  expect(files[`files/${file.id}-plan.txt`]).toBe("the plan of James");
  expect(JSON.parse(files["contact.json"] ?? "")).toMatchObject({ contact: { firstName: "James" } });
  expect(JSON.parse(files["conversations.json"] ?? "")).toMatchObject([
    { messages: [{ text: "words of James", attachments: [{ file: `files/${file.id}-plan.txt` }] }] },
  ]);
  expect(JSON.stringify(files)).not.toContain("Milica");
});

test("what a person said in groups is exported, removed with them and kept no longer than told", async () => {
  const james = await person("8200000071", "James");
  const ana = await person("8200000072", "Ana");
  const group = await db.chat.create({
    data: { workspaceId: firm, resourceId, externalId: "-1007", type: "supergroup", title: "Flowers" },
  });
  const say = async (contactId: number, text: string, sentAt = new Date()) => {
    const stored = await storeFile({
      workspaceId: firm,
      fileName: "rose.txt",
      stream: Readable.from([text]),
    });
    if (!stored.ok) throw new Error(stored.reason);
    await db.hubMessage.create({
      data: {
        ...{ workspaceId: firm, chatId: group.id, contactId, text, externalId: text, sentAt },
        attachments: { create: { kind: "document", fileId: stored.file.id } },
        analysis: {
          create: {
            workspaceId: firm,
            intent: "order",
            confidence: 1,
            sentiment: "neutral",
            method: "pattern",
          },
        },
      },
    });
    return stored.file;
  };
  const rose = await say(james.contactId, "roses of James");
  await say(ana.contactId, "roses of hers");
  const old = await say(ana.contactId, "old roses", new Date(Date.now() - 40 * 24 * 3600_000));
  const files = await read((await exportContact(owner, { contactId: james.contactId })).bytes);
  expect(JSON.parse(files["group-messages.json"] ?? "")).toMatchObject([
    { text: "roses of James", chat: { title: "Flowers" }, analysis: { intent: "order" } },
  ]);
  expect(files[`files/${rose.id}-rose.txt`]).toBe("roses of James");
  await deleteContact(owner, { contactId: james.contactId, confirm: "James" });
  await setRetention(owner, { days: 30 });
  await enforceRetention();
  const left = await db.hubMessage.findMany({ include: { analysis: true } });
  expect(left).toMatchObject([{ text: "roses of hers", analysis: { intent: "order" } }]);
  expect(await db.messageAnalysis.count()).toBe(1);
  for (const file of [rose, old]) expect(await storage.get(file.storageKey)).toBeNull();
});

test("what was proposed to write to a person, and their lead, are exported and go with them and with time", async () => {
  const james = await person("8200000071", "James");
  const ana = await person("8200000072", "Ana");
  const managers = await db.chat.create({
    data: { workspaceId: firm, resourceId, externalId: "-1009", type: "supergroup", title: "Managers" },
  });
  await db.resource.update({ where: { id: resourceId }, data: { settings: { managerGroupIds: ["-1009"] } } });
  await propose(owner, { target: { chatId: james.chat.id }, text: "for James alone", kind: "message" });
  await proposeBatch(owner, {
    name: "both",
    delaySeconds: 0,
    messages: [james, ana].map(({ chat }) => ({
      target: { chatId: chat.id },
      text: "both",
      kind: "message",
    })),
  });
  await db.lead.create({
    data: { workspaceId: firm, contactId: james.contactId, name: "James", source: "api" },
  });
  const hers = await db.lead.create({
    data: { workspaceId: firm, contactId: ana.contactId, name: "Ana", source: "api", value: 12.5 },
  });
  await mergeContacts(owner, { contactId: james.contactId, intoId: ana.contactId });
  expect(JSON.stringify(await db.delivery.findMany({ where: { chatId: managers.id } }))).toContain("James");
  const files = await read((await exportContact(owner, { contactId: james.contactId })).bytes);
  expect(JSON.parse(files["leads.json"] ?? "")).toMatchObject([
    { name: "James", steps: [{ kind: "merged" }] },
  ]);
  expect(JSON.parse(files["proposals.json"] ?? "")).toMatchObject([
    { text: "for James alone" },
    { text: "both" },
  ]);
  await deleteContact(owner, { contactId: james.contactId, confirm: "James" });
  const left = [
    await db.delivery.findMany(),
    await db.auditEntry.findMany(),
    await db.leadStep.findMany(),
    await db.approval.findMany(),
  ];
  expect(JSON.stringify(left)).not.toContain("James");
  expect(await db.leadStep.findMany({ where: { leadId: hers.id } })).toMatchObject([
    { details: { contact: `#${james.contactId}`, into: "Ana" } },
  ]);
  expect(await db.approval.findMany()).toMatchObject([{ text: "both", chatId: ana.chat.id }]);
  await db.approval.updateMany({ data: { createdAt: new Date(Date.now() - 40 * 24 * 3600_000) } });
  await setRetention(owner, { days: 30 });
  await enforceRetention();
  expect(await db.approval.count()).toBe(1);
  await db.approval.updateMany({ data: { status: "sent" } });
  await enforceRetention();
  expect([await db.approval.count(), await db.approvalBatch.count()]).toEqual([0, 0]);
});

test("a person whose name is a wildcard takes nobody else's alerts along", async () => {
  const { contactId } = await person("8200000071", "%");
  await db.alert.createMany({
    data: ["% wrote", "Ana wrote"].map((detail) => ({ workspaceId: firm, code: "unanswered", detail })),
  });
  expect(await deleteContact(owner, { contactId, confirm: "%" })).toEqual({ ok: true });
  expect(await db.alert.findMany()).toMatchObject([{ detail: "Ana wrote" }]);
});

test("directors and managers export, find and delete nobody; no firm another's", async () => {
  const { contactId } = await person("8200000071", "James");
  const input = { contactId, confirm: "James" };
  for (const role of ["director", "manager"] as const) {
    const actor = await join(firm, "Mara", role);
    await expect(deleteContact(actor, input)).rejects.toMatchObject({ reason: "role" });
    await expect(exportContact(actor, input)).rejects.toMatchObject({ reason: "role" });
    await expect(searchContacts(actor, { query: "James" })).rejects.toMatchObject({ reason: "role" });
  }
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  await expect(deleteContact(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(exportContact(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  expect(await searchContacts(stranger, { query: "James" })).toEqual([]);
  for (const query of ["jam", "8200000071", `#${contactId}`])
    expect(await searchContacts(owner, { query })).toMatchObject([{ name: "James", conversations: 1 }]);
  for (const query of ["%", "j_m"]) expect(await searchContacts(owner, { query })).toEqual([]);
});

test("retention removes what was closed long ago, with files, and no more", async () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  const old = await person("8200000071", "James", days(31));
  const fresh = await person("8200000072", "Ana", days(29));
  const open = await person("8200000073", "Eve");
  await enforceRetention();
  expect(await db.conversation.count()).toBe(3);
  await expect(
    setRetention({ ...owner, ...(await join(firm, "Adam", "admin")) }, { days: 30 }),
  ).rejects.toMatchObject({ reason: "role" });
  await setRetention(owner, { days: 30 });
  await setRetention(owner, { days: 30 });
  expect(await db.auditEntry.count({ where: { action: "workspace.retention_changed" } })).toBe(1);
  await enforceRetention();
  await enforceRetention();
  const left = await db.conversation.findMany({ orderBy: { id: "asc" } });
  expect(left.map(({ id }) => id)).toEqual([fresh.conversation.id, open.conversation.id]);
  expect(await storage.get(old.file.storageKey)).toBeNull();
  expect(await db.file.count()).toBe(2);
});

test("an export of the workspace has everything but secrets", async () => {
  const { file } = await person("8200000071", "James");
  const { credentials } = await db.resource.findFirstOrThrow();
  const files = await read((await exportWorkspace(owner)).bytes);
  expect(Object.keys(files)).toEqual([
    "workspace.json",
    "members.json",
    "resources.json",
    "api-keys.json",
    "contacts.json",
    "conversations.json",
    "group-messages.json",
    "leads.json",
    "meetings.json",
    "meeting-people.json",
    "proposals.json",
    "rules.json",
    "knowledge.json",
    "audit.json",
    `files/${file.id}-plan.txt`,
  ]);
  for (const secret of [credentials, "passwordHash", "keyHash", "zzzzzzzz"])
    expect(JSON.stringify(files)).not.toContain(secret);
  await expect(exportWorkspace({ ...owner, role: "admin" })).rejects.toMatchObject({ reason: "role" });
});

test("a workspace goes with everything in it, for its owner, after an export or without one", async () => {
  const { file } = await person("8200000071", "James");
  const other = await makeFirm("Other");
  await db.member.create({ data: { workspaceId: other, userId: owner.userId, role: "manager" } });
  await db.userSession.create({
    data: { userId: owner.userId, workspaceId: firm, expiresAt: new Date(Date.now() + 1e9) },
  });
  const input = { confirm: "Firm", withoutExport: false };
  await expect(deleteWorkspace(await join(firm, "Adam", "admin"), input)).rejects.toMatchObject({
    reason: "role",
  });
  await expect(
    deleteWorkspace({ ...owner, workspaceId: other }, { ...input, confirm: "Other" }),
  ).rejects.toMatchObject({ reason: "role" });
  expect(await deleteWorkspace(owner, { ...input, confirm: "firm" })).toEqual({
    ok: false,
    reason: "confirm",
  });
  expect(await deleteWorkspace(owner, input)).toEqual({ ok: false, reason: "export_first" });
  await read((await exportWorkspace(owner)).bytes);
  expect(await deleteWorkspace(owner, input)).toEqual({ ok: true });
  await expect(deleteWorkspace(owner, input)).rejects.toMatchObject({ reason: "not_member" });
  expect(await db.workspace.findMany({ select: { name: true } })).toEqual([{ name: "Other" }]);
  expect(await storage.get(file.storageKey)).toBeNull();
  expect(await db.userSession.findFirst({ where: { userId: owner.userId } })).toMatchObject({
    workspaceId: null,
  });
});

test.each(["demo", "environment"] as const)("the %s workspace stays", async (origin) => {
  await db.workspace.update({ where: { id: firm }, data: { origin } });
  expect(await deleteWorkspace(owner, { confirm: "Firm", withoutExport: true })).toEqual({
    ok: false,
    reason: "protected",
  });
  expect(await db.workspace.count()).toBe(1);
});
