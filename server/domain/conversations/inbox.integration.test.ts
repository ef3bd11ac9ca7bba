import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { uploadMemberFile } from "@/server/domain/files/upload-member-file";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import type { CustomerActor, MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import type { OutgoingAct } from "@/server/providers/provider";
import { realtime } from "@/server/realtime/realtime";
import { addNote } from "./add-note";
import { callOperator } from "./call-operator";
import { closeConversation } from "./close-conversation";
import { countInbox, listInbox } from "./inbox-queries";
import type { InboxState } from "./inbox-schema";
import { markReadByStaff } from "./mark-read-by-staff";
import { messagesAfter } from "./queries";
import { receiveCustomerMessage } from "./receive-customer-message";
import { receiveManagerMessage } from "./receive-manager-message";
import { replyAsMember } from "./reply-as-member";
import { returnToAssistant } from "./return-to-assistant";
import { takeConversation } from "./take-conversation";
import { openThread, threadMessages } from "./thread-queries";

let workspaceId: number;
let resourceId: number;
let forumId: number;
let ana: MemberActor;
let boris: MemberActor;
let stranger: MemberActor;
let people = 0;

async function member(workspace: number, name: string): Promise<MemberActor> {
  const user = await db.user.create({ data: { email: `${randomUUID()}@example.com`, name } });
  await db.member.create({ data: { workspaceId: workspace, userId: user.id, role: "manager" } });
  return { kind: "member", workspaceId: workspace, userId: user.id, role: "manager" };
}

beforeAll(async () => {
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, {
    token: `7200000001:${"a".repeat(35)}`,
    username: "inbox_bot",
    managerGroupIds: [-1007200000100],
  });
  const forum = await db.chat.create({
    data: { workspaceId, resourceId, externalId: "-1007200000100", type: "supergroup", isForum: true },
  });
  forumId = forum.id;
  ana = await member(workspaceId, "Ana");
  boris = await member(workspaceId, "Boris");
  stranger = await member(await makeCompany("Others"), "Viktor");
});
afterAll(() => realtime.stop());

/** A customer who wrote to the bot and waits for a person, with an open topic. */
async function waiting(text = "Hello", firstName = `P${++people}`) {
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: randomUUID(), firstName, languageCode: "en" },
  });
  await db.chat.create({
    data: { workspaceId, resourceId, externalId: contact.externalId, type: "private", contactId: contact.id },
  });
  const customer: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  const { conversation } = await receiveCustomerMessage(customer, { text, origin: "bot" });
  await callOperator(customer);
  const topic = await db.topic.create({
    data: {
      conversationId: conversation.id,
      chatId: forumId,
      externalId: String(conversation.id),
      state: "open",
      name: firstName,
      mirroredSeq: 2,
    },
  });
  return { customer, id: conversation.id, topic };
}

const reply = (actor: MemberActor, conversationId: number, text: string, more: object = {}) =>
  replyAsMember(actor, { conversationId, clientId: randomUUID(), text, fileIds: [], seenSeq: 99, ...more });
const stateOf = (id: number) => db.conversation.findUniqueOrThrow({ where: { id } });
const textsTo = async (where: object) =>
  (await db.delivery.findMany({ where, orderBy: { id: "asc" } }))
    .map(({ act }) => act as OutgoingAct)
    .flatMap((act) => (act.type === "message" ? [act.message.text] : []));
const thread = async (conversationId: number, actor = ana) =>
  (await threadMessages(actor, { conversationId, limit: 50, locale: "en" })).messages;
const list = (state: InboxState, search = "", actor = ana) =>
  listInbox(actor, { state, search, limit: 30, locale: "en" });
const audited = async (id: number) =>
  (await db.auditEntry.findMany({ where: { targetId: id }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

test("a member's answer reaches the customer, stands in the topic by name, and leads", async () => {
  const { customer, id, topic } = await waiting();
  expect(await reply(ana, id, "Good day!")).toMatchObject({ ok: true });
  expect((await messagesAfter(customer, 0)).messages.at(-1)).toMatchObject({
    text: "Good day!",
    author: "manager",
    authorName: "Ana",
  });
  expect(await textsTo({ topicId: topic.id })).toContain("💬 Ana\nGood day!");
  expect(await textsTo({ topicId: null, chat: { contactId: customer.contactId } })).toContain("Good day!");
  expect(await stateOf(id)).toMatchObject({
    state: "manager",
    managerUserId: ana.userId,
    unansweredSince: null,
  });
  expect(await audited(id)).toEqual(["conversation.taken"]);
});

test("the same submit twice is one message, two managers at once are both heard in order", async () => {
  const { id } = await waiting();
  const clientId = randomUUID();
  const twice = await Promise.all([1, 2].map(() => reply(ana, id, "Once", { clientId })));
  expect(new Set(twice.map((done) => done.ok && done.messageId)).size).toBe(1);
  await Promise.all([
    reply(ana, id, "From Ana", { clientId: "x" }),
    reply(boris, id, "From Boris", { clientId: "x" }),
  ]);
  const said = (await thread(id)).filter(({ author }) => author === "manager");
  expect(said.map(({ text }) => text).sort()).toEqual(["From Ana", "From Boris", "Once"]);
  expect(said.map(({ seq }) => seq)).toEqual(said.map(({ seq }) => seq).toSorted((a, b) => a - b));
  // Its writer alone knows a message by the page's own id.
  expect(said.flatMap(({ clientId: own, text }) => (own === "x" ? [text] : []))).toEqual(["From Ana"]);
});

test("what came while the member wrote still waits", async () => {
  const { customer, id } = await waiting();
  const seenSeq = (await stateOf(id)).lastSeq;
  await receiveCustomerMessage(customer, { text: "One more thing", origin: "bot" });
  await reply(ana, id, "Good day!", { seenSeq });
  expect((await stateOf(id)).unansweredSince).not.toBeNull();
  await reply(ana, id, "And that, too");
  expect((await stateOf(id)).unansweredSince).toBeNull();
});

test("a closed conversation takes notes, and no answers", async () => {
  const { id } = await waiting();
  expect(await closeConversation(ana, { conversationId: id })).toEqual({ ok: true });
  expect(await closeConversation(ana, { conversationId: id })).toEqual({ ok: false, reason: "closed" });
  expect(await reply(ana, id, "Too late")).toEqual({ ok: false, reason: "closed" });
  expect(await takeConversation(ana, { conversationId: id })).toEqual({ ok: false, reason: "closed" });
  expect(await addNote(ana, { conversationId: id, text: "Paid", id: "n" })).toEqual({ ok: true });
  expect(await audited(id)).toEqual(["conversation.closed"]);
});

test("a note goes to the topic, once, and never to the customer", async () => {
  const { customer, id, topic } = await waiting();
  const note = { conversationId: id, text: "Old friend", id: randomUUID() };
  expect(await addNote(ana, note)).toEqual({ ok: true });
  expect(await addNote(ana, note)).toEqual({ ok: true });
  expect((await textsTo({ topicId: topic.id })).filter((text) => text.includes("Old friend"))).toEqual([
    "📝 Ana\nOld friend",
  ]);
  expect((await thread(id)).at(-1)).toMatchObject({ kind: "note", authorName: "Ana", delivery: null });
  expect(JSON.stringify(await messagesAfter(customer, 0))).not.toContain("Old friend");
  expect(await textsTo({ chat: { contactId: customer.contactId } })).not.toContain("Old friend");
  expect((await stateOf(id)).state).toBe("waiting");
});

test("a member takes over, from the assistant too, and hands back", async () => {
  const { customer, id } = await waiting();
  expect(await takeConversation(ana, { conversationId: id })).toEqual({ ok: true });
  expect(await takeConversation(ana, { conversationId: id })).toEqual({ ok: true });
  expect(await stateOf(id)).toMatchObject({ state: "manager", managerUserId: ana.userId });
  // Nobody has answered yet.
  expect((await stateOf(id)).unansweredSince).not.toBeNull();
  expect((await messagesAfter(customer, 0)).messages.at(-1)?.text).toBe("Ana has joined the conversation.");
  await takeConversation(boris, { conversationId: id });
  expect((await stateOf(id)).managerUserId).toBe(boris.userId);
  await returnToAssistant(boris, { conversationId: id });
  expect(await stateOf(id)).toMatchObject({ state: "assistant", managerUserId: null, unansweredSince: null });
  await receiveCustomerMessage(customer, { text: "And now?", origin: "bot" });
  await takeConversation(ana, { conversationId: id });
  expect((await stateOf(id)).unansweredSince).not.toBeNull();
  expect(await audited(id)).toEqual([
    "conversation.taken",
    "conversation.taken",
    "conversation.returned",
    "conversation.taken",
  ]);
});

test("what a manager writes in the topic stands in the thread", async () => {
  const { id, topic } = await waiting();
  const contact = await db.contact.create({
    data: {
      workspaceId,
      provider: "telegram",
      externalId: randomUUID(),
      firstName: "Marko",
      role: "manager",
    },
  });
  await receiveManagerMessage(
    { kind: "staff-contact", workspaceId, resourceId, contactId: contact.id, role: "manager" },
    {
      chatExternalId: "-1007200000100",
      topicExternalId: topic.externalId ?? "",
      text: "From the topic",
      parts: [{ externalId: "501" }],
    },
  );
  expect((await thread(id)).at(-1)).toMatchObject({
    text: "From the topic",
    authorName: "Marko",
    origin: "topic",
    delivery: "sending",
  });
  const { row } = await openThread(ana, { conversationId: id, locale: "en" });
  expect(row.manager).toEqual({ name: "Marko", isMe: false });
});

test("files are uploaded for a conversation and sent once", async () => {
  const { id } = await waiting();
  const upload = () =>
    uploadMemberFile(ana, id, { stream: Readable.from([Buffer.from("price list")]), fileName: "prices.txt" });
  const file = await upload();
  await expect(reply(boris, id, "", { fileIds: [file.id] })).rejects.toMatchObject({
    reason: "file_unknown",
  });
  expect(await reply(ana, id, "", { fileIds: [file.id] })).toMatchObject({ ok: true });
  expect((await thread(id)).at(-1)?.attachments).toMatchObject([{ fileName: "prices.txt", state: "ready" }]);
  await expect(reply(ana, id, "again", { fileIds: [file.id] })).rejects.toMatchObject({
    reason: "file_attached",
  });
  await expect(
    uploadMemberFile(stranger, id, { stream: Readable.from([Buffer.from("x")]) }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("an answer may quote a message of the same conversation, no note and no other's", async () => {
  const { customer, id } = await waiting("How much?");
  const { id: foreign } = await waiting();
  await addNote(ana, { conversationId: id, text: "secret", id: "note" });
  const messages = await thread(id);
  const [question] = messages;
  const note = messages.at(-1);
  const [other] = await thread(foreign);
  for (const wrong of [note, other])
    expect(await reply(ana, id, "no", { replyToId: wrong?.id })).toEqual({
      ok: false,
      reason: "unknown_message",
    });
  await reply(ana, id, "150 euros", { replyToId: question?.id });
  expect((await messagesAfter(customer, 0)).messages.at(-1)?.replyTo?.text).toBe("How much?");
});

test("a failed delivery is told with its reason and sent again once", async () => {
  const { id } = await waiting();
  await reply(ana, id, "Are you there?");
  const [message] = (await thread(id)).slice(-1);
  const delivery = { messageId: message?.id ?? 0, topicId: null };
  await db.delivery.updateMany({ where: delivery, data: { state: "failed", errorCode: "blocked" } });
  expect((await thread(id)).at(-1)).toMatchObject({ delivery: "failed", failure: "blocked" });
  const retry = (actor: MemberActor) => retryDelivery(actor, { messageId: message?.id ?? 0 });
  expect(await retry(stranger)).toEqual({ ok: false, reason: "unknown_message" });
  expect(await retry(ana)).toEqual({ ok: true });
  expect(await retry(ana)).toEqual({ ok: false, reason: "not_failed" });
  expect((await thread(id)).at(-1)).toMatchObject({ delivery: "sending", failure: null });
});

test("unread messages are counted until a member has seen them", async () => {
  const { id, customer } = await waiting();
  await receiveCustomerMessage(customer, { text: "Anybody?", origin: "bot" });
  const row = async () => (await list("waiting")).rows.find((one) => one.id === id);
  expect(await row()).toMatchObject({ unread: 2, preview: { text: "Anybody?", author: "customer" } });
  const unread = (await countInbox(ana)).unread;
  expect(await markReadByStaff(ana, { conversationId: id, seq: 99 })).toBe(true);
  expect(await row()).toMatchObject({ unread: 0 });
  expect((await countInbox(ana)).unread).toBe(unread - 1);
  expect(await markReadByStaff(ana, { conversationId: id, seq: 1 })).toBe(true);
  expect((await stateOf(id)).staffReadSeq).toBe((await stateOf(id)).lastSeq);
});

test("lists are found by state, name and words, and go on where a page ended", async () => {
  const { id } = await waiting("Das 100%_sichere Ökoauto", "Ämilia");
  for (const search of ["ämil", "öKOAUTO", "100%_s", `#${id}`, `${id}`]) {
    expect((await list("all", search)).rows.map((row) => row.id)).toContain(id);
  }
  for (const search of ["100__s", "Das%Öko", "x".repeat(100)]) {
    expect((await list("all", search)).rows.map((row) => row.id)).not.toContain(id);
  }
  expect((await list("closed", "ämil")).rows).toEqual([]);
  for (const state of ["waiting", "all"] as const) {
    const whole = (await list(state)).rows.map((row) => row.id);
    const paged: number[] = [];
    let after: { at: string; id: number } | null | undefined;
    do {
      const page = await listInbox(ana, { state, search: "", limit: 2, locale: "en", cursor: after });
      paged.push(...page.rows.map((row) => row.id));
      after = page.next;
    } while (after);
    expect(paged.slice(0, 30)).toEqual(whole);
    expect(new Set(paged).size).toBe(paged.length);
  }
  // Who waits longest stands first, who wrote last stands first among all.
  expect((await list("waiting")).rows.at(-1)?.id).toBe(id);
  expect((await list("all")).rows[0]?.id).toBe(id);
});

test("our own texts come in the reader's language", async () => {
  const { id } = await waiting();
  const russian = await threadMessages(ana, { conversationId: id, limit: 50, locale: "ru" });
  expect(russian.messages.at(-1)?.text).toMatch(/[а-я]/);
  const { handoffReason } = await openThread(ana, { conversationId: id, locale: "ru" });
  expect(handoffReason).toMatch(/[а-я]/);
});

test("another workspace sees and may do nothing", async () => {
  const { id } = await waiting("Only ours");
  const target = { conversationId: id };
  const none = { ok: false, reason: "no_conversation" };
  expect(await reply(stranger, id, "hi")).toEqual(none);
  expect(await addNote(stranger, { ...target, text: "hi", id: "1" })).toEqual(none);
  expect(await takeConversation(stranger, target)).toEqual(none);
  expect(await returnToAssistant(stranger, target)).toEqual(none);
  expect(await closeConversation(stranger, target)).toEqual(none);
  expect(await markReadByStaff(stranger, { ...target, seq: 1 })).toBe(false);
  await expect(openThread(stranger, { ...target, locale: "en" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(thread(id, stranger)).rejects.toMatchObject({ code: "not_found" });
  expect((await list("all", "", stranger)).rows).toEqual([]);
  expect(await countInbox(stranger)).toEqual({ waiting: 0, manager: 0, assistant: 0, unread: 0 });
});
