import { isTrackedEnvelope } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { issueCustomerToken } from "@/server/auth/customer-token";
import type { CustomerEvent } from "@/server/domain/conversations/schema";
import { db } from "@/server/lib/db";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

type Caller = ReturnType<typeof createCaller>;

let workspaceId: number;
let resourceId: number;

beforeAll(async () => {
  const workspace = await db.workspace.create({ data: { name: "Sava Rent" } });
  workspaceId = workspace.id;
  const resource = await db.resource.create({
    data: {
      workspaceId,
      provider: "telegram",
      name: "bot",
      state: "active",
      credentials: "",
      accountKey: "chat",
    },
  });
  resourceId = resource.id;
});

let people = 0;

function customer(): Promise<Caller> {
  return customerOf(workspaceId, resourceId);
}

async function customerOf(workspace: number, resource: number): Promise<Caller> {
  people += 1;
  const contact = await db.contact.create({
    data: {
      workspaceId: workspace,
      provider: "telegram",
      externalId: `chat-${people}`,
      firstName: "Maria",
    },
  });
  const { token } = issueCustomerToken({
    kind: "customer",
    workspaceId: workspace,
    resourceId: resource,
    contactId: contact.id,
  });
  return createCaller(createContext(new Headers({ authorization: `Bearer ${token}` })));
}

/** A customer of another company's bot. */
async function strangeCustomer(): Promise<Caller> {
  const workspace = await db.workspace.create({ data: { name: "Other" } });
  const resource = await db.resource.create({
    data: {
      workspaceId: workspace.id,
      provider: "telegram",
      name: "bot",
      state: "active",
      credentials: "",
      accountKey: `other-${workspace.id}`,
    },
  });
  return customerOf(workspace.id, resource.id);
}

/** The next events of the stream until one fits. */
async function eventsUntil(
  caller: Caller,
  input: { cursor: string; lastEventId?: string },
  isLast: (event: CustomerEvent) => boolean,
) {
  const seen: { id: string; event: CustomerEvent }[] = [];
  // Without HTTP the events come in the envelope that tRPC would write to the wire, which their type leaves out.
  for await (const envelope of (await caller.chat.events(input)) as AsyncIterable<unknown>) {
    if (!isTrackedEnvelope<CustomerEvent>(envelope)) throw new Error("an event without its position");
    const [id, event] = envelope;
    seen.push({ id, event });
    if (isLast(event)) break;
  }
  return seen;
}

test("a new customer finds an empty chat with the company's name", async () => {
  const maria = await customer();
  expect(await maria.chat.open()).toMatchObject({
    companyName: "Sava Rent",
    conversation: null,
    messages: [],
    hasOlder: false,
  });
});

test("the same client id twice is one message, in the same conversation", async () => {
  const maria = await customer();
  const first = await maria.chat.send({ clientId: "a", text: "  Hello " });
  const again = await maria.chat.send({ clientId: "a", text: "Hello" });
  expect(first).toMatchObject({ author: "customer", text: "Hello", clientId: "a", seq: 1 });
  expect(again.id).toBe(first.id);
  expect((await maria.chat.open()).messages).toHaveLength(1);
});

test("what cannot be sent is refused with a reason", async () => {
  const maria = await customer();
  for (const text of ["", "   ", "x".repeat(8001)]) {
    await expect(maria.chat.send({ clientId: "a", text })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});

test("history comes in pages, each older than the last", async () => {
  const maria = await customer();
  for (const text of ["1", "2", "3"]) await maria.chat.send({ clientId: text, text });
  const newest = await maria.chat.history({ limit: 2 });
  expect(newest).toMatchObject({ hasOlder: true, messages: [{ text: "2" }, { text: "3" }] });
  const older = await maria.chat.history({ limit: 2, beforeId: newest.messages[0]?.id });
  expect(older).toMatchObject({ hasOlder: false, messages: [{ text: "1" }] });
});

test("an operator, satisfaction, a rating, and a new conversation after it", async () => {
  const maria = await customer();
  await maria.chat.send({ clientId: "a", text: "Hello" });
  expect(await maria.chat.callOperator()).toMatchObject({ state: "waiting" });
  const closed = await maria.chat.markSatisfied();
  expect(closed).toMatchObject({ state: "closed" });
  expect(await maria.chat.markSatisfied()).toBeNull();
  const conversationId = closed?.id ?? 0;
  expect(await maria.chat.rate({ conversationId, rating: 4 })).toMatchObject({ rating: 4 });
  const next = await maria.chat.send({ clientId: "b", text: "Again" });
  expect(next).toMatchObject({ seq: 1 });
  expect(next.conversationId).toBeGreaterThan(conversationId);
});

describe("events", () => {
  const isMessage = (text: string) => (event: CustomerEvent) =>
    event.type === "message" && event.message.text === text;

  test("begin where the page was opened and go on after the last one seen", async () => {
    const maria = await customer();
    await maria.chat.send({ clientId: "a", text: "before" });
    const { cursor } = await maria.chat.open();
    await maria.chat.send({ clientId: "b", text: "after" });
    const seen = await eventsUntil(maria, { cursor }, (event) => event.type === "conversation");
    expect(seen.filter(({ event }) => event.type === "message")).toMatchObject([
      { event: { message: { text: "after" } } },
    ]);

    await maria.chat.send({ clientId: "c", text: "later" });
    const lastEventId = seen.at(-1)?.id;
    const resumed = await eventsUntil(maria, { cursor, lastEventId }, isMessage("later"));
    expect(resumed).toHaveLength(1);
  });

  test("lose nothing when the stream ends between two of them", async () => {
    const maria = await customer();
    const { cursor } = await maria.chat.open();
    for (const text of ["one", "two"]) await maria.chat.send({ clientId: text, text });
    const [first] = await eventsUntil(maria, { cursor }, isMessage("one"));
    const resumed = await eventsUntil(maria, { cursor, lastEventId: first?.id }, isMessage("two"));
    expect(resumed.some(({ event }) => isMessage("two")(event))).toBe(true);
  }, 5_000);
});

describe("one customer and another's conversation", () => {
  test("neither see nor touch it", async () => {
    const [maria, james] = [await customer(), await customer()];
    const { conversationId } = await maria.chat.send({ clientId: "a", text: "secret" });
    await maria.chat.markSatisfied();
    expect((await james.chat.open()).messages).toEqual([]);
    expect(await james.chat.markRead({ conversationId, seq: 1 })).toBeNull();
    await expect(james.chat.rate({ conversationId, rating: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await maria.chat.open()).conversation).toMatchObject({ rating: null, customerReadSeq: 0 });
  });

  test("without a token nothing answers", async () => {
    const nobody = createCaller(createContext(new Headers()));
    await expect(nobody.chat.open()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(nobody.chat.send({ clientId: "a", text: "x" })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });
});

test("twenty open pages are enough for one customer", async () => {
  const [maria, other] = [await customer(), await customer()];
  const contact = await db.contact.findFirstOrThrow({ where: { externalId: `chat-${people - 1}` } });
  const expiresAt = new Date(Date.now() + 40_000);
  const page = { contactId: contact.id, resourceId, expiresAt };
  await db.miniAppPresence.createMany({
    data: Array.from({ length: 20 }, () => ({ ...page, id: crypto.randomUUID() })),
  });
  const { cursor } = await maria.chat.open();
  await expect(maria.chat.events({ cursor })).rejects.toMatchObject({
    code: "TOO_MANY_REQUESTS",
    cause: { reason: "too_many_streams" },
  });
  await expect(other.chat.events({ cursor })).resolves.toBeDefined();
});

describe("acts upon a message", () => {
  test("an edit changes the customer's own words, once however often it is sent", async () => {
    const maria = await customer();
    const { id, conversationId } = await maria.chat.send({ clientId: "a", text: "Helo" });
    const edited = await maria.chat.edit({ messageId: id, text: " Hello " });
    expect(edited).toMatchObject({ id, text: "Hello", editedAt: expect.any(String) });
    const before = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(await maria.chat.edit({ messageId: id, text: "Hello" })).toEqual(edited);
    const after = await db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(after.revision).toBe(before.revision);
    await expect(maria.chat.edit({ messageId: id, text: "  " })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("what others wrote, and what stands in a closed conversation, is not edited", async () => {
    const maria = await customer();
    const { id } = await maria.chat.send({ clientId: "a", text: "Hello" });
    await maria.chat.callOperator();
    const theirs = (await maria.chat.open()).messages.find(({ author }) => author !== "customer");
    await expect(maria.chat.edit({ messageId: theirs?.id ?? 0, text: "x" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await maria.chat.markSatisfied();
    await expect(maria.chat.edit({ messageId: id, text: "x" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a reaction is one, changes and goes again", async () => {
    const maria = await customer();
    const { id } = await maria.chat.send({ clientId: "a", text: "Hello" });
    for (const emoji of ["👍", "👍", "🔥"]) await maria.chat.react({ messageId: id, emoji });
    expect((await maria.chat.open()).messages[0]?.reactions).toEqual([{ by: "customer", emoji: "🔥" }]);
    expect(await maria.chat.react({ messageId: id, emoji: null })).toMatchObject({ reactions: [] });
    await expect(maria.chat.react({ messageId: id, emoji: "spam" })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  });

  test("a retry of what did not fail changes nothing", async () => {
    const maria = await customer();
    const sent = await maria.chat.send({ clientId: "a", text: "Hello" });
    expect(await maria.chat.retryDelivery({ messageId: sent.id })).toEqual(sent);
  });

  test("another customer, of this company or another, finds no such message", async () => {
    const maria = await customer();
    const { id: messageId } = await maria.chat.send({ clientId: "a", text: "Hello" });
    for (const other of [await customer(), await strangeCustomer()]) {
      const refused = { code: "NOT_FOUND" };
      await expect(other.chat.edit({ messageId, text: "x" })).rejects.toMatchObject(refused);
      await expect(other.chat.react({ messageId, emoji: "👍" })).rejects.toMatchObject(refused);
      await expect(other.chat.retryDelivery({ messageId })).rejects.toMatchObject(refused);
    }
    expect((await maria.chat.open()).messages[0]).toMatchObject({ text: "Hello", reactions: [] });
  });

  test("a reply names the message it answers; another's is no answer to anything", async () => {
    const [maria, james] = [await customer(), await customer()];
    const first = await maria.chat.send({ clientId: "a", text: "Hello" });
    const secret = await james.chat.send({ clientId: "a", text: "secret" });
    const reply = await maria.chat.send({ clientId: "b", text: "And", replyToId: first.id });
    expect(reply.replyTo).toMatchObject({ id: first.id, text: "Hello" });
    expect((await maria.chat.send({ clientId: "c", text: "x", replyToId: secret.id })).replyTo).toBeNull();
  });
});
