import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { connectBot, makeCompany } from "@/scripts/testing/support-company";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { setReaction } from "@/server/domain/conversations/set-reaction";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

let workspaceId: number;
let resourceId: number;
let mia: CustomerActor;
let leo: CustomerActor;

async function customer(externalId: string): Promise<CustomerActor> {
  const { id } = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId, firstName: externalId, languageCode: "en" },
  });
  return { kind: "customer", workspaceId, resourceId, contactId: id };
}
beforeEach(async () => {
  await db.workspace.deleteMany();
  workspaceId = await makeCompany();
  resourceId = await connectBot(workspaceId, { token: `7000000009:${"a".repeat(35)}`, username: "sava_bot" });
  mia = await customer("8200000001");
  leo = await customer("8200000002");
});

const say = async (actor: CustomerActor, rest: Partial<Parameters<typeof receiveCustomerMessage>[1]> = {}) =>
  (await receiveCustomerMessage(actor, { text: "Hello", origin: "mini_app", ...rest })).message;
const upload = (actor: CustomerActor) =>
  db.file.create({
    data: {
      workspaceId,
      storageKey: randomUUID(),
      fileName: "scratch.jpg",
      mimeType: "image/jpeg",
      sizeBytes: 10,
      width: 4,
      height: 3,
      contactId: actor.contactId,
      resourceId,
    },
  });
const attachmentsOf = (messageId: number) => db.attachment.findMany({ where: { messageId } });

describe("files of the Mini App", () => {
  it("go with the message, ready, once for the same clientId", async () => {
    const { id } = await upload(mia);
    const sent = await say(mia, { text: "", fileIds: [id], clientId: "one" });
    expect(await attachmentsOf(sent.id)).toMatchObject([{ kind: "photo", state: "ready", fileId: id }]);
    expect((await say(mia, { text: "", fileIds: [id], clientId: "one" })).id).toBe(sent.id);
    expect(await db.attachment.count()).toBe(1);
  });

  it("of another customer are refused, and nothing is stored", async () => {
    const { id } = await upload(leo);
    await expect(say(mia, { fileIds: [id] })).rejects.toMatchObject({ code: "not_found" });
    expect(await db.message.count()).toBe(0);
  });
});

describe("replies", () => {
  it("tie to the customer's own messages only, and never to a note", async () => {
    const own = await say(mia);
    const foreign = await say(leo);
    const note = await db.message.create({
      data: {
        workspaceId,
        conversationId: own.conversationId,
        seq: 99,
        author: "manager",
        kind: "note",
        origin: "topic",
        text: "Careful",
      },
    });
    expect((await say(mia, { replyToId: own.id })).replyToId).toBe(own.id);
    for (const replyToId of [foreign.id, note.id, 2_000_000_000])
      expect((await say(mia, { replyToId })).replyToId).toBeNull();
  });
});

describe("reactions", () => {
  it("stand on what the actor sees, one a side, and each change is told", async () => {
    const own = await say(mia);
    const revision = async () =>
      (await db.conversation.findUniqueOrThrow({ where: { id: own.conversationId } })).revision;
    const before = await revision();
    expect(await setReaction(mia, { messageId: own.id, emoji: "👍" })).toEqual({ ok: true });
    expect(await setReaction(mia, { messageId: own.id, emoji: "👍" })).toEqual({ ok: true });
    expect(await setReaction(mia, { messageId: own.id, emoji: "🔥" })).toEqual({ ok: true });
    expect(await db.reaction.findMany()).toMatchObject([{ side: "customer", emoji: "🔥" }]);
    expect(await revision()).toBe(before + 2);
    const unknown = { ok: false, reason: "unknown_message" };
    expect(await setReaction(leo, { messageId: own.id, emoji: "👎" })).toEqual(unknown);
    expect(await setReaction({ ...mia, workspaceId: 0 }, { messageId: own.id, emoji: "👎" })).toEqual(
      unknown,
    );
    await setReaction(mia, { messageId: own.id, emoji: null });
    expect(await db.reaction.count()).toBe(0);
  });
});
