import { afterAll, afterEach, beforeAll } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { editInboundMessage } from "@/server/domain/conversations/edit-inbound-message";
import { openTopic } from "@/server/domain/conversations/open-topic";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { drainChat } from "@/server/domain/messages/drain-chat";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { realtime } from "@/server/realtime/realtime";
import { type Scene, startScene } from "@/server/simulator/test-scene";

/** The simulated world; floods are counted, but only asked-for ones happen. */
export let scene: Scene;
/** The clock as it was. */
export const present = clock.now;

/** Has the file's tests run in that world. */
export function inFloodedScene(): void {
  beforeAll(async () => {
    scene = await startScene();
    env.SIMULATOR_PORT = scene.simulator.port;
    await scene.control("PUT", "/settings", { floodLimits: { enabled: true, groupPerMinute: 100 } });
  });
  afterEach(async () => {
    clock.now = present;
    await scene.control("DELETE", "/faults");
  });
  afterAll(async () => {
    await realtime.stop();
    await scene.close();
  });
}

/** Lets time fly. */
export const later = (ms: number) => {
  const now = clock.now;
  clock.now = () => new Date(now().getTime() + ms);
};

/** A firm with a bot and so many managers' groups; nothing runs but what a test asks for. */
export async function firm(groups = 1) {
  const bot = await scene.addBot();
  const owner = await scene.addPerson("en", "Olga");
  const managerGroupIds: number[] = [];
  for (let index = 0; index < groups; index++) managerGroupIds.push(await scene.addForum([bot], [owner]));
  const workspaceId = await makeCompany();
  const resourceId = await connectBot(workspaceId, { ...bot, managerGroupIds });
  const chats = () => db.chat.findMany({ where: { resourceId, type: "supergroup" }, orderBy: { id: "asc" } });
  const flood = (retryAfter: number) =>
    scene.post("/faults", {
      bot: bot.id,
      errorCode: 429,
      description: `Too Many Requests: retry after ${retryAfter}`,
      retryAfter,
    });
  const sends = async () => (await scene.calls("sendMessage", bot.id)) as unknown as Call[];
  return { bot, owner, groups: managerGroupIds, workspaceId, resourceId, chats, flood, sends };
}
type Firm = Awaited<ReturnType<typeof firm>>;
type Call = {
  at: number;
  ok: boolean;
  method: string;
  parameters: { text: string; message_thread_id?: number };
};

let people = 0;

/** A customer who waits for a manager in a topic that is not made yet. */
export async function waiting(
  { workspaceId, resourceId }: Firm,
  { reason = "requested", answered = false }: { reason?: string; answered?: boolean } = {},
) {
  const externalId = String(7_000_000 + ++people);
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId, firstName: `P${people}`, languageCode: "en" },
  });
  const now = clock.now();
  const conversation = await db.conversation.create({
    data: {
      workspaceId,
      resourceId,
      contactId: contact.id,
      state: "manager",
      handoffReason: reason,
      firstReplyAt: answered ? now : null,
    },
  });
  await openTopic({ conversationId: conversation.id });
  const actor: CustomerActor = { kind: "customer", workspaceId, resourceId, contactId: contact.id };
  const chat = await db.chat.create({
    data: { workspaceId, resourceId, externalId, type: "private", contactId: contact.id },
  });
  let said = 0;
  return {
    actor,
    name: contact.firstName,
    conversationId: conversation.id,
    topic: () =>
      db.topic.findFirstOrThrow({ where: { conversationId: conversation.id }, orderBy: { id: "desc" } }),
    write: (text: string) =>
      receiveCustomerMessage(actor, {
        text,
        origin: "bot",
        external: { chatExternalId: chat.externalId, parts: [{ externalId: String(++said) }] },
      }),
    edit: (messageId: number, text: string) =>
      editInboundMessage(actor, {
        chatExternalId: chat.externalId,
        messageExternalId: String(messageId),
        text,
      }),
  };
}

/** Drains a chat as its job would, but with time that flies. */
export async function drainAll(chatId: number): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    await drainChat({ chatId });
    if ((await db.delivery.count({ where: { chatId, state: "pending" } })) === 0) return;
    later(1000);
  }
  throw new Error("still waiting after 100 turns");
}

/** Our id of a firm's only group. */
export async function onlyChat(one: Firm): Promise<number> {
  const [chat] = await one.chats();
  if (!chat) throw new Error("no group");
  return chat.id;
}
