import { randomUUID } from "node:crypto";
import type { HubMessageDraft } from "@/server/domain/messages/hub/hub-message-draft";
import { storeHubMessages } from "@/server/domain/messages/hub/store-hub-messages";
import { db, transaction } from "@/server/lib/db";
import { zipf } from "./search-vocabulary";

const forMs = 8_000;
const atOnce = 8;

/**
 * Messages a second that go into groups with every index in place: each in a transaction of its own, some at once, as
 * updates of bots are processed, which the disk's flushes limit; and by the hundred, as an import brings them.
 */
export async function measureIngest(
  workspaceId: number,
  vocabulary: string[],
  random: () => number,
): Promise<{ oneByOne: number; batches: number }> {
  const chats = await db.chat.findMany({ where: { workspaceId }, select: { id: true } });
  const people = await db.contact.findMany({ where: { workspaceId, role: "client" }, select: { id: true } });
  // Messages of one chat are stored one after another, those of several chats at once.
  const draft = (lane: number, lanes: number): HubMessageDraft => ({
    chatId: chats[(zipf(Math.floor(chats.length / lanes), random) * lanes + lane) % chats.length]?.id ?? 0,
    externalId: randomUUID(),
    contactId: people[zipf(people.length, random)]?.id ?? 0,
    type: "text",
    text: Array.from({ length: 9 }, () => vocabulary[zipf(vocabulary.length, random)]).join(" "),
    sentAt: new Date(),
  });
  const rate = async (lanes: number, perTransaction: number) => {
    const startedAt = performance.now();
    let stored = 0;
    const lane = async (number: number) => {
      while (performance.now() - startedAt < forMs) {
        const drafts = Array.from({ length: perTransaction }, () => draft(number, lanes));
        stored += (await transaction((tx) => storeHubMessages(tx, workspaceId, drafts))).length;
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
    return stored / ((performance.now() - startedAt) / 1000);
  };
  return { oneByOne: await rate(atOnce, 1), batches: await rate(2, 100) };
}
