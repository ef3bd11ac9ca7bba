import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { until } from "@/scripts/testing/until";
import { recordOutcome } from "@/server/domain/messages/record-outcome";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";
import { answerOffer } from "./answer-offer";
import { appendMessage } from "./append-message";
import { callOperator } from "./call-operator";
import { closeConversation } from "./close-conversation";
import { customerEvents, type StreamedEvent } from "./customer-events";
import { lockConversation } from "./lock-conversation";
import { markRead } from "./mark-read";
import { markSatisfied } from "./mark-satisfied";
import { customerMessage, messagesAfter, olderMessages, openCustomerChat } from "./queries";
import { rateConversation } from "./rate-conversation";
import { receiveCustomerMessage } from "./receive-customer-message";
import { returnToAssistant } from "./return-to-assistant";

let workspaceId: number;
let resourceId: number;
let people = 0;

async function firm(botId: number) {
  const workspace = await makeCompany();
  const token = `${botId}:${"a".repeat(35)}`;
  return { workspace, resource: await connectBot(workspace, { token, username: `b${botId}` }) };
}

beforeAll(async () => {
  ({ workspace: workspaceId, resource: resourceId } = await firm(1001));
});
afterAll(() => realtime.stop());

async function newCustomer(workspace = workspaceId, resource = resourceId): Promise<CustomerActor> {
  const contact = await db.contact.create({
    data: {
      workspaceId: workspace,
      provider: "telegram",
      externalId: String(5000 + ++people),
      firstName: `P${people}`,
      languageCode: "en",
    },
  });
  return { kind: "customer", workspaceId: workspace, resourceId: resource, contactId: contact.id };
}

const write = (actor: CustomerActor, text: string, clientId?: string) =>
  receiveCustomerMessage(actor, { text, origin: "mini_app", clientId });
const conversationsOf = (actor: CustomerActor) =>
  db.conversation.findMany({
    where: { contactId: actor.contactId },
    orderBy: { id: "asc" },
    include: { messages: { orderBy: { seq: "asc" } }, changes: { orderBy: { revision: "asc" } } },
  });
const staff = (): StaffContactActor => ({
  kind: "staff-contact",
  workspaceId,
  resourceId,
  contactId: 1,
  role: "manager",
});
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe.concurrent("at the same time", () => {
  test("five submits of one message are one message in one conversation", async () => {
    const actor = await newCustomer();
    const all = await Promise.all(upTo(5).map(() => write(actor, "hello", "c-1")));
    expect(new Set(all.map(({ message }) => message.id)).size).toBe(1);
    const [conversation, ...more] = await conversationsOf(actor);
    expect(more).toEqual([]);
    expect(conversation?.messages).toHaveLength(1);
  });

  test("an answer being stored and a new message never lock each other out", async () => {
    const actor = await newCustomer();
    const { conversation } = await write(actor, "first");
    let written: Promise<unknown> = Promise.resolve();
    await transaction(async (tx) => {
      await lockConversation(tx, workspaceId, conversation.id);
      written = write(actor, "second");
      // By now the new message has the contact's lock and waits for the conversation's.
      await sleep(300);
      // Twice the same row in one transaction: then Postgres checks its foreign keys again, unchanged as they are.
      for (const text of ["one", "two"])
        await appendMessage(tx, conversation.id, { author: "assistant", origin: "assistant", text });
    });
    await written;
    const [found] = await conversationsOf(actor);
    expect(found?.messages.map(({ text }) => text)).toEqual(["first", "one", "two", "second"]);
  });

  test("two first messages open one conversation", async () => {
    const actor = await newCustomer();
    await Promise.all([write(actor, "one", "a"), write(actor, "two", "b")]);
    const [conversation, ...more] = await conversationsOf(actor);
    expect(more).toEqual([]);
    expect(conversation?.messages.map(({ seq }) => seq)).toEqual([1, 2]);
  });

  test("numbers of messages and changes have no gaps, whatever happens at once", async () => {
    const actor = await newCustomer();
    await write(actor, "first");
    await Promise.all([
      ...upTo(10).map((index) => write(actor, `m${index}`, `m${index}`)),
      callOperator(actor),
      callOperator(actor),
    ]);
    const [conversation] = await conversationsOf(actor);
    expect(conversation?.messages.map(({ seq }) => seq)).toEqual(upTo(12));
    expect(conversation?.lastSeq).toBe(12);
    expect(conversation?.changes.map(({ revision }) => revision)).toEqual(upTo(conversation?.revision ?? 0));
    expect(conversation?.messages.filter(({ author }) => author === "assistant")).toHaveLength(1);
    const conversationId = conversation?.id ?? 0;
    await Promise.all(upTo(12).map((seq) => markRead(actor, { conversationId, seq: 13 - seq })));
    expect((await conversationsOf(actor))[0]?.customerReadSeq).toBe(12);
  });

  test("satisfied and closed by a manager at once: it is closed once", async () => {
    const actor = await newCustomer();
    const { conversation } = await write(actor, "hello");
    const results = await Promise.all([
      markSatisfied(actor),
      closeConversation(staff(), { conversationId: conversation.id }),
    ]);
    expect(results.filter((result) => result && (!("ok" in result) || result.ok))).toHaveLength(1);
    const [closed] = await conversationsOf(actor);
    expect(closed?.messages).toHaveLength(2);
  });
});

test("refused deliveries and new messages of one customer at once never block each other", async () => {
  const actor = await newCustomer();
  const { message } = await write(actor, "hello");
  const chat = await db.chat.create({
    data: { workspaceId, resourceId, externalId: "p", type: "private", contactId: actor.contactId },
  });
  const deliveries = await Promise.all(
    upTo(15).map((index) =>
      db.delivery.create({
        data: {
          workspaceId,
          resourceId,
          chatId: chat.id,
          messageId: message.id,
          act: {},
          dedupeKey: `refused:${chat.id}:${index}`,
        },
      }),
    ),
  );
  const blocked = { state: "failed", errorCode: "blocked", errorDetail: "blocked by the user" } as const;
  await Promise.all(
    deliveries.flatMap((delivery, index) => [
      recordOutcome([delivery], blocked),
      write(actor, `m${index}`, `m${index}`),
    ]),
  );
  expect(await db.delivery.count({ where: { chatId: chat.id, state: "failed" } })).toBe(15);
});

test("a repeat after the conversation closed finds the old message and opens nothing", async () => {
  const actor = await newCustomer();
  const sent = await write(actor, "hello", "once");
  await markSatisfied(actor);
  const again = await write(actor, "hello", "once");
  expect(again.message.id).toBe(sent.message.id);
  expect(again.conversation.id).toBe(sent.conversation.id);
  expect(await conversationsOf(actor)).toHaveLength(1);
  await write(actor, "something new", "twice");
  expect((await conversationsOf(actor)).map(({ state }) => state)).toEqual(["closed", "assistant"]);
});

test("a rating needs a closed conversation; the newer one stands", async () => {
  const actor = await newCustomer();
  const { conversation } = await write(actor, "hello");
  const rate = (rating: number) => rateConversation(actor, { conversationId: conversation.id, rating });
  await expect(rate(3)).rejects.toMatchObject({ code: "conflict" });
  await markSatisfied(actor);
  await rate(3);
  expect(await rate(5)).toMatchObject({ rating: 5 });
});

test("handed back, the assistant may offer again; an offer that is not open cannot be accepted", async () => {
  const actor = await newCustomer();
  const { conversation } = await write(actor, "hello");
  expect(await answerOffer(actor, { accept: true })).toMatchObject({ state: "assistant", offer: "none" });
  await callOperator(actor);
  expect(await returnToAssistant(staff(), { conversationId: conversation.id })).toEqual({ ok: true });
  expect((await conversationsOf(actor))[0]).toMatchObject({
    state: "assistant",
    offer: "none",
    answeredSeq: 2,
  });
});

describe("customers never see each other", () => {
  test.each(["another customer", "another bot", "another workspace"])("%s", async (who) => {
    const owner = await newCustomer();
    const { conversation, message } = await write(owner, "my secret");
    await closeConversation(staff(), { conversationId: conversation.id });
    const other = await firm(2000 + people);
    const stranger =
      who === "another customer"
        ? await newCustomer()
        : who === "another bot"
          ? {
              ...owner,
              resourceId: await connectBot(workspaceId, {
                token: `${3000 + people}:${"a".repeat(35)}`,
                username: "second",
              }),
            }
          : await newCustomer(other.workspace, other.resource);
    const view = await openCustomerChat(stranger);
    expect(view).toMatchObject({ conversation: null, messages: [], hasOlder: false });
    expect(await olderMessages(stranger, { limit: 50 })).toEqual({ messages: [], hasOlder: false });
    expect(await olderMessages(stranger, { beforeId: message.id + 1, limit: 50 })).toMatchObject({
      messages: [],
    });
    expect((await messagesAfter(stranger, 0)).messages).toEqual([]);
    await expect(customerMessage(stranger, message.id)).rejects.toThrow();
    expect(await markRead(stranger, { conversationId: conversation.id, seq: 1 })).toBeNull();
    await expect(
      rateConversation(stranger, { conversationId: conversation.id, rating: 1 }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await markSatisfied(stranger)).toBeNull();
    const stop = new AbortController();
    const stream = customerEvents(stranger, { cursor: `${conversation.id}.0`, signal: stop.signal });
    const first = stream.next();
    await write(stranger, "mine");
    const event = (await first).value as StreamedEvent;
    expect(event.event).toMatchObject({ type: "message", message: { text: "mine" } });
    stop.abort();
    expect((await stream.return(undefined)).done).toBe(true);
    const foreign = { ...staff(), workspaceId: other.workspace };
    expect(await closeConversation(foreign, { conversationId: conversation.id })).toEqual({
      ok: false,
      reason: "no_conversation",
    });
    expect(await db.conversation.findUniqueOrThrow({ where: { id: conversation.id } })).toMatchObject({
      rating: null,
      customerReadSeq: 0,
    });
  });
});

/** Listens until `enough` says so, as a page that then loses its connection. */
async function collect(
  actor: CustomerActor,
  cursor: string,
  enough: (events: StreamedEvent[]) => boolean,
): Promise<StreamedEvent[]> {
  const stop = new AbortController();
  const events: StreamedEvent[] = [];
  for await (const event of customerEvents(actor, { cursor, signal: stop.signal })) {
    if (event.event.type === "message" || event.event.type === "conversation") events.push(event);
    if (enough(events)) {
      stop.abort();
      break;
    }
  }
  return events;
}

const texts = (events: StreamedEvent[]) =>
  events.flatMap(({ event }) => (event.type === "message" ? event.message.text : []));

describe("the stream", () => {
  test("tells messages and the conversation as they change, without notes", async () => {
    const actor = await newCustomer();
    const { cursor } = await openCustomerChat(actor);
    const heard = collect(actor, cursor, (events) => texts(events).includes("two"));
    await until("the page is present", () =>
      db.miniAppPresence.findFirst({ where: { contactId: actor.contactId } }),
    );
    const { conversation } = await write(actor, "one");
    await db.message.create({
      data: {
        workspaceId,
        conversationId: conversation.id,
        seq: 900,
        author: "manager",
        kind: "note",
        origin: "topic",
        text: "private",
      },
    });
    await db.conversationChange.create({
      data: {
        conversationId: conversation.id,
        workspaceId,
        revision: 0,
        type: "message",
        messageId: (await db.message.findFirstOrThrow({ where: { text: "private" } })).id,
      },
    });
    await write(actor, "two");
    expect(new Set(texts(await heard))).toEqual(new Set(["one", "two"]));
  });

  test("cut after any event, it goes on from there with no gap", async () => {
    const actor = await newCustomer();
    const { cursor } = await openCustomerChat(actor);
    const written = upTo(6).map((index) => `message ${index}`);
    for (const text of written) await write(actor, text);
    await callOperator(actor);
    const whole = await collect(actor, cursor, (events) => events.at(-1)?.event.type === "conversation");
    expect(texts(whole).slice(0, 6)).toEqual(written);
    expect(whole).toHaveLength(8);
    for (const cut of upTo(whole.length - 1)) {
      const before = whole.slice(0, cut);
      const after = await collect(
        actor,
        before.at(-1)?.id ?? "",
        (events) => events.at(-1)?.event.type === "conversation",
      );
      expect([...new Set([...texts(before), ...texts(after)])]).toEqual(texts(whole));
      // Only the very last message may come again, with the conversation that goes with it.
      expect(after.length).toBeLessThanOrEqual(whole.length - cut + 1);
      expect(after.at(-1)).toEqual(whole.at(-1));
    }
  });

  test("a page whose connection breaks after every other event reaches the end, while more is written", async () => {
    const actor = await newCustomer();
    let { cursor } = await openCustomerChat(actor);
    const heard = new Set<string>();
    const writing = (async () => {
      for (const index of upTo(15)) await write(actor, `m${index}`);
      await markSatisfied(actor);
      await write(actor, "a new conversation");
    })();
    await until("everything is heard", async () => {
      const events = await collect(actor, cursor, ({ length }) => length === 2);
      cursor = events.at(-1)?.id ?? cursor;
      for (const text of texts(events)) heard.add(text);
      return heard.has("a new conversation");
    });
    await writing;
    for (const index of upTo(15)) expect(heard).toContain(`m${index}`);
  });

  test("an aborted page ends its stream and is present no more", async () => {
    const actor = await newCustomer();
    const stop = new AbortController();
    const stream = customerEvents(actor, { cursor: "0.0", signal: stop.signal });
    const waiting = stream.next();
    const present = () => db.miniAppPresence.count({ where: { contactId: actor.contactId } });
    await until("present", async () => (await present()) === 1);
    stop.abort();
    expect((await waiting).done).toBe(true);
    expect(await present()).toBe(0);
  });

  test("a stream that was aborted before it began leaves nothing behind", async () => {
    const actor = await newCustomer();
    const stream = customerEvents(actor, { cursor: "0.0", signal: AbortSignal.abort() });
    expect((await stream.next()).done).toBe(true);
    expect(await db.miniAppPresence.count({ where: { contactId: actor.contactId } })).toBe(0);
  });

  test("a lost hint costs nothing: after a gap of the bus everything is read again", async () => {
    const actor = await newCustomer();
    const { cursor } = await openCustomerChat(actor);
    const heard = collect(actor, cursor, (events) => texts(events).includes("after"));
    await until("present", () => db.miniAppPresence.findFirst({ where: { contactId: actor.contactId } }));
    await db.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`;
    await write(actor, "after");
    expect(texts(await heard)).toContain("after");
  });
});
