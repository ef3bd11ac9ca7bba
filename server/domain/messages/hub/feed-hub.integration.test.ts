import { afterAll, beforeEach, expect, it } from "vitest";
import { changesSettled } from "@/scripts/testing/changes-settled";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { applyEdit } from "@/server/domain/conversations/apply-edit";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { feedHub } from "@/server/domain/messages/hub/feed-hub";
import { wakeHub } from "@/server/domain/messages/hub/wake-hub";
import type { CustomerActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

afterAll(() => realtime.stop());

let workspaceId: number;
let resourceId: number;
let customer: CustomerActor;

beforeEach(async () => {
  await db.workspace.deleteMany();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { token: `7000000079:${"a".repeat(35)}`, username: "feed_bot" });
  const { id: contactId } = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "8200000091", firstName: "James" },
  });
  customer = { kind: "customer", workspaceId, resourceId, contactId };
});

const hub = () => db.hubMessage.findMany({ where: { workspaceId }, orderBy: { id: "asc" } });

async function feed(): Promise<void> {
  await changesSettled();
  await feedHub({ workspaceId });
}

it("takes over what was said before and what is said from then on, once, with edits and deletions", async () => {
  const first = await receiveCustomerMessage(customer, { text: "Сколько залог?", origin: "mini_app" });
  const { conversationId } = first.message;
  await transaction((tx) =>
    appendMessage(tx, conversationId, {
      author: "assistant",
      origin: "assistant",
      text: "150 евро",
      replyToId: first.message.id,
    }),
  );
  await feed();
  await feed();
  const chat = await db.chat.findFirstOrThrow({ where: { workspaceId, type: "private" } });
  expect(chat).toMatchObject({ externalId: "8200000091", contactId: customer.contactId });
  const [question, answer, ...more] = await hub();
  expect(more).toEqual([]);
  expect(question).toMatchObject({
    author: "contact",
    text: "Сколько залог?",
    needsAnalysis: true,
    chatId: chat.id,
  });
  expect(answer).toMatchObject({ author: "assistant", isAutomatic: true, replyToId: question?.id });

  const { contactId } = customer;
  const note = { author: "manager", kind: "note", origin: "browser", text: "секрет", contactId } as const;
  await transaction((tx) => appendMessage(tx, conversationId, note));
  await transaction((tx) => applyEdit(tx, first.message.id, { text: "Какой залог?", entities: [] }));
  const photo = { kind: "photo", externalFileId: "p1", sizeBytes: 5 } as const;
  await receiveCustomerMessage(customer, { text: "", origin: "mini_app", attachments: [photo] });
  await changesSettled();
  expect(await wakeHub([workspaceId])).toEqual([workspaceId]);
  await feed();
  expect((await hub()).map(({ text, type, hasFile }) => [text, type, hasFile])).toEqual([
    ["Какой залог?", "text", false],
    ["150 евро", "text", false],
    ["", "photo", true],
  ]);
  await db.conversation.deleteMany({ where: { id: conversationId } });
  expect(await hub()).toEqual([]);
});

it("tells what a program said for the team from a notice that nobody wrote", async () => {
  const { message } = await receiveCustomerMessage(customer, { text: "Где мой заказ?", origin: "mini_app" });
  await transaction(async (tx) => {
    await appendMessage(tx, message.conversationId, { author: "manager", origin: "api", text: "Уже в пути" });
    await appendMessage(tx, message.conversationId, { author: "system", origin: "system", text: "Закрыто" });
  });
  await feed();
  expect((await hub()).slice(1)).toMatchObject([
    { text: "Уже в пути", author: "member", type: "text", isAutomatic: true, userId: null },
    { text: "Закрыто", author: "system", type: "service", isAutomatic: true },
  ]);
});
