import { callOperator } from "@/server/domain/conversations/call-operator";
import { openTopic } from "@/server/domain/conversations/open-topic";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { receiveManagerMessage } from "@/server/domain/conversations/receive-manager-message";
import type { SupportSettings } from "@/server/domain/workspaces/schema";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { connectBot, makeCompany } from "./support-company";

let firms = 0;
let people = 0;

type Firm = { workspaceId: number; resourceId: number };
type DeepPartial<T> = { [Key in keyof T]?: T[Key] extends unknown[] ? T[Key] : DeepPartial<T[Key]> };

export async function firm(
  settings: DeepPartial<SupportSettings> = {},
  adminIds: number[] = [],
): Promise<Firm> {
  firms += 1;
  const workspaceId = await makeCompany(`Firm ${firms}`);
  await db.workspace.update({
    where: { id: workspaceId },
    data: { supportSettings: settings, timeZone: "Europe/Belgrade" },
  });
  const bot = { token: `${7000 + firms}:${"a".repeat(35)}`, username: `w${firms}`, adminIds };
  return {
    workspaceId,
    resourceId: await connectBot(workspaceId, { ...bot, managerGroupIds: [-1001234567000 - firms] }),
  };
}

export async function newPerson(
  { workspaceId, resourceId }: Firm,
  data: object = {},
): Promise<CustomerActor> {
  people += 1;
  const externalId = String(9000 + people);
  const contact = await db.contact.create({
    data: {
      workspaceId,
      provider: "telegram",
      externalId,
      firstName: `P${people}`,
      languageCode: "en",
      ...data,
    },
  });
  await db.chat.create({
    data: { workspaceId, resourceId, externalId: contact.externalId, type: "private", contactId: contact.id },
  });
  return { kind: "customer", workspaceId, resourceId, contactId: contact.id };
}

export const write = (actor: CustomerActor, text: string) =>
  receiveCustomerMessage(actor, { text, origin: "mini_app" });

/** A customer who asked for a person and whose topic exists. */
export async function waitingIn(company: Firm, text = "Where is my car?") {
  const actor = await newPerson(company);
  await write(actor, text);
  const { id } = await callOperator(actor);
  await openTopic({ conversationId: id });
  await db.topic.updateMany({
    where: { conversationId: id },
    data: { externalId: String(id), state: "open" },
  });
  const { firstName } = await db.contact.findUniqueOrThrow({ where: { id: actor.contactId } });
  return { actor, id, name: `${firstName} · #${id}` };
}

export const staff = async ({ workspaceId, resourceId }: Firm): Promise<StaffContactActor> => {
  const { contactId } = await newPerson({ workspaceId, resourceId }, { role: "manager" });
  return { kind: "staff-contact", workspaceId, resourceId, contactId, role: "manager" };
};

/** A manager answers what stands in the topic: all of it has arrived. */
export async function reply(company: Firm, conversationId: number): Promise<void> {
  const topic = await db.topic.findFirstOrThrow({ where: { conversationId }, include: { chat: true } });
  await db.delivery.updateMany({ where: { topicId: topic.id }, data: { state: "sent" } });
  people += 1;
  const result = await receiveManagerMessage(await staff(company), {
    chatExternalId: topic.chat.externalId,
    topicExternalId: topic.externalId ?? "",
    text: "On its way",
    parts: [{ externalId: `m${people}` }],
  });
  if (!result.ok) throw new Error(result.reason);
}

/** Texts on their way whose key begins so. */
export async function sent(company: Firm, keyStart: string): Promise<string[]> {
  const deliveries = await db.delivery.findMany({
    where: { workspaceId: company.workspaceId, dedupeKey: { startsWith: keyStart } },
    orderBy: { id: "asc" },
  });
  return deliveries.map(({ act }) => (act as { message: { text: string } }).message.text);
}

/** Messages of a conversation on their way to private chats. */
export async function pushed(company: Firm): Promise<string[]> {
  const deliveries = await db.delivery.findMany({
    where: { workspaceId: company.workspaceId, topicId: null, messageId: { not: null } },
    orderBy: { id: "asc" },
  });
  return deliveries.map(({ act }) => (act as { message: { text: string } }).message.text);
}

export const stateOf = (id: number) => db.conversation.findUniqueOrThrow({ where: { id } });
export const saidTo = async (id: number) =>
  (
    await db.message.findMany({
      where: { conversationId: id, author: { in: ["assistant", "system"] } },
      orderBy: { seq: "asc" },
    })
  ).map(({ text }) => text);
