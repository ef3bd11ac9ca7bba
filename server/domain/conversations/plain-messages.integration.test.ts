import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { firm, newPerson } from "@/scripts/testing/waiting-firm";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { readTurn } from "@/server/domain/conversations/read-turn";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { sayUnlessChanged } from "@/server/domain/conversations/say-unless-changed";
import { takeInPlainMessage } from "@/server/domain/conversations/take-in-plain-message";
import type { CustomerActor } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";

let company: Awaited<ReturnType<typeof firm>>;
let mia: CustomerActor;
let chatExternalId: string;

beforeEach(async () => {
  await db.workspace.deleteMany();
  // As after the first run of the worker.
  await pool().query(`insert into graphile_worker._private_tasks (identifier)
    values ('answer-turn'), ('drain-chat') on conflict do nothing`);
  company = await firm();
  mia = await newPerson(company);
  const chat = await db.chat.findFirstOrThrow({ where: { contactId: mia.contactId } });
  chatExternalId = chat.externalId;
});

const ofPage = (text: string, clientId: string = randomUUID()) =>
  ({ text, clientId, origin: "mini_app" }) as const;
const ofBot = (text: string, externalId: string) => ({
  text,
  origin: "bot" as const,
  external: { chatExternalId, parts: [{ externalId, text }] },
});
const told = async () =>
  db.conversation.findFirstOrThrow({
    where: { contactId: mia.contactId },
    orderBy: { id: "desc" },
    include: { messages: { orderBy: { seq: "asc" } }, changes: { orderBy: { revision: "asc" } } },
  });
async function jobs(key: string) {
  const { rows } = await pool().query<{ runAt: Date; payload: unknown }>(
    `select payload, run_at as "runAt" from graphile_worker._private_jobs where key = $1`,
    [key],
  );
  return rows;
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("a message of mere words", () => {
  it("opens a conversation, or is added with its change and the job that answers it", async () => {
    expect(await takeInPlainMessage(mia, ofPage("first"))).toBeNull();
    await receiveCustomerMessage(mia, ofPage("first"));
    const taken = await takeInPlainMessage(mia, ofBot("second", "17"));
    const { id, messages, changes, ...now } = await told();
    expect(taken).toMatchObject({ message: { seq: 2 }, conversation: { id, state: "assistant" } });
    expect(now).toMatchObject({ language: "en", lastOrigin: "bot", lastSeq: 2, revision: 2, answeredSeq: 0 });
    expect(messages).toMatchObject([
      { seq: 1, text: "first", author: "customer", contactId: mia.contactId, entities: [] },
      { seq: 2, text: "second", author: "customer", origin: "bot", id: taken?.message.id },
    ]);
    expect(changes.map(({ revision, messageId, state }) => [revision, messageId, state])).toEqual(
      messages.map((message) => [message.seq, message.id, "assistant"]),
    );
    expect(await db.messageLink.findFirst({ where: { externalId: "17" } })).toMatchObject({
      messageId: taken?.message.id,
      inbound: true,
    });
    const [job, ...others] = await jobs(`answer:${id}`);
    expect(others).toEqual([]);
    expect(job).toMatchObject({ payload: { conversationId: id } });
    const [first = 0, second = 0] = messages.map(({ createdAt }) => createdAt.getTime());
    expect(job?.runAt.getTime()).toBe(Math.max(second, Math.min(second + 700, first + 3000)));
  });

  it("comes once, however often it is sent, and in a row without gaps", async () => {
    await receiveCustomerMessage(mia, ofPage("first"));
    const page = ofPage("from the page");
    const bot = ofBot("from the bot", "18");
    await Promise.all(
      upTo(8).flatMap((number) => [
        receiveCustomerMessage(mia, page),
        receiveCustomerMessage(mia, bot),
        receiveCustomerMessage(mia, ofPage(`other ${number}`)),
      ]),
    );
    const { messages, changes, revision } = await told();
    expect(messages.map(({ seq }) => seq)).toEqual(upTo(11));
    expect(new Set(messages.map(({ text }) => text)).size).toBe(11);
    expect(changes.map((change) => change.revision)).toEqual(upTo(revision));
    expect(await takeInPlainMessage(mia, page)).toBeNull();
    expect(await takeInPlainMessage(mia, bot)).toBeNull();
  });

  it("is left to the careful way while an answer is written, in a flood, and when people lead or it is closed", async () => {
    const { conversation } = await receiveCustomerMessage(mia, ofPage("first"));
    const running = (since: string) =>
      pool().query(`update graphile_worker._private_jobs set locked_at = ${since} where key = $1`, [
        `answer:${conversation.id}`,
      ]);
    await running("now()");
    expect(await takeInPlainMessage(mia, ofPage("meanwhile"))).toBeNull();
    await running("null");
    for (const number of upTo(29)) await receiveCustomerMessage(mia, ofPage(`line ${number}`));
    expect(await takeInPlainMessage(mia, ofPage("one too many"))).toBeNull();
    await pool().query("update messages set created_at = created_at - interval '2 minutes'");
    expect(await takeInPlainMessage(mia, ofPage("after a pause"))).not.toBeNull();
    await db.conversation.update({ where: { id: conversation.id }, data: { state: "waiting" } });
    expect(await takeInPlainMessage(mia, ofPage("anybody?"))).toBeNull();
    await closeConversation(
      { kind: "staff-contact", ...company, contactId: mia.contactId, role: "manager" },
      { conversationId: conversation.id },
    );
    expect(await takeInPlainMessage(mia, ofPage("again"))).toBeNull();
    const anew = await receiveCustomerMessage(mia, ofPage("again"));
    expect(anew.conversation.id).not.toBe(conversation.id);
  });
});

describe("an answer", () => {
  const answer = {
    kind: "answer",
    confidence: 1,
    language: "ru",
    sentences: [
      { text: "Залог 200 евро.", citations: [{ passageId: 999_999_999, quote: "залог 200 евро" }] },
      { text: "Без залога нельзя.", citations: [{ passageId: 999_999_999, quote: "залог 200 евро" }] },
    ],
  } as const;
  const said = {
    ...answer,
    sentences: [...answer.sentences].map((one) => ({ ...one, citations: [...one.citations] })),
  };
  const turn = async (id: number) => {
    const read = await readTurn(id, 20);
    if (!read) throw new Error("the assistant leads");
    return read;
  };

  it("is told with its quotes, its change and its delivery while nothing has changed", async () => {
    const { conversation } = await receiveCustomerMessage(mia, ofBot("Какой залог?", "19"));
    const read = await turn(conversation.id);
    expect(read.recent).toMatchObject([
      { seq: 1, author: "customer", text: "Какой залог?", attachments: [] },
    ]);
    expect(await sayUnlessChanged(read.conversation, said, 1)).toBe(true);
    const { messages, changes, ...now } = await told();
    expect(now).toMatchObject({ answeredSeq: 1, staffReadSeq: 1, lastSeq: 2, revision: 2, language: "ru" });
    expect(now.firstReplyAt).not.toBeNull();
    const [, message] = messages;
    expect(message).toMatchObject({ author: "assistant", text: "Залог 200 евро. Без залога нельзя." });
    expect(changes.at(-1)).toMatchObject({ revision: 2, type: "message", messageId: message?.id });
    expect(await db.messageCitation.findMany()).toEqual([
      {
        messageId: message?.id,
        number: 1,
        passageId: null,
        sourceTitle: "",
        heading: "",
        quote: "залог 200 евро",
      },
    ]);
    const [delivery, ...others] = await db.delivery.findMany();
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({ messageId: message?.id, dedupeKey: `message:${message?.id}:customer` });
    expect(delivery?.act).toMatchObject({ type: "message", message: { text: message?.text } });
    expect(await jobs(`drain:${delivery?.chatId}`)).toMatchObject([
      { payload: { chatId: delivery?.chatId } },
    ]);
    expect(await sayUnlessChanged(read.conversation, said, 1)).toBe(false);
    expect((await told()).messages).toHaveLength(2);
  });

  it("goes to the page alone where the page is open and wrote", async () => {
    const { conversation } = await receiveCustomerMessage(mia, ofPage("Какой залог?"));
    const { contactId, resourceId } = mia;
    const expiresAt = new Date(Date.now() + 60_000);
    await db.miniAppPresence.create({ data: { id: randomUUID(), contactId, resourceId, expiresAt } });
    expect(await sayUnlessChanged((await turn(conversation.id)).conversation, said, 1)).toBe(true);
    expect(await db.delivery.count()).toBe(0);
  });

  it("is not told when its delivery's job runs just now, the bot was stopped, or the conversation is another's", async () => {
    const { conversation } = await receiveCustomerMessage(mia, ofBot("Какой залог?", "20"));
    const read = await turn(conversation.id);
    const { id: chatId } = await db.chat.findFirstOrThrow({ where: { contactId: mia.contactId } });
    await pool().query(
      `insert into graphile_worker._private_jobs (task_id, key, locked_at)
       select id, $1, now() from graphile_worker._private_tasks where identifier = 'drain-chat'`,
      [`drain:${chatId}`],
    );
    expect(await sayUnlessChanged(read.conversation, said, 1)).toBe(false);
    await pool().query("delete from graphile_worker._private_jobs where key = $1", [`drain:${chatId}`]);
    const foreign = { ...read.conversation, workspaceId: (await firm()).workspaceId };
    expect(await sayUnlessChanged(foreign, said, 1)).toBe(false);
    await db.workspace.update({ where: { id: company.workspaceId }, data: { botStoppedAt: new Date() } });
    expect(await sayUnlessChanged(read.conversation, said, 1)).toBe(false);
    expect(await readTurn(conversation.id, 20)).toBeNull();
    expect((await told()).messages).toHaveLength(1);
    expect(await db.delivery.count()).toBe(0);
  });
});
