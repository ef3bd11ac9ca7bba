import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCompany } from "@/scripts/testing/support-company";
import { appendMessage } from "@/server/domain/conversations/append-message";
import { claimUploads } from "@/server/domain/files/claim-uploads";
import { spoolFolder } from "@/server/domain/files/spool-file";
import { storeFile } from "@/server/domain/files/store-file";
import { sweepFiles } from "@/server/domain/files/sweep-files";
import type { CustomerActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { storage } from "@/server/storage/chosen-storage";

const twoDaysAgo = new Date(Date.now() - 48 * 3600_000);
let maria: CustomerActor;

async function customerOf(workspaceId: number): Promise<CustomerActor> {
  const key = randomUUID();
  const resource = await db.resource.create({
    data: { workspaceId, provider: "telegram", name: key, credentials: "", accountKey: key },
  });
  const contact = await db.contact.create({ data: { workspaceId, provider: "telegram", externalId: key } });
  return { kind: "customer", workspaceId, resourceId: resource.id, contactId: contact.id };
}

beforeAll(async () => {
  maria = await customerOf(await makeCompany());
});

async function upload(owner: CustomerActor = maria, content = "hello", fileName = "a.txt"): Promise<string> {
  const { workspaceId, contactId, resourceId } = owner;
  const stream = Readable.from([Buffer.from(content)]);
  const stored = await storeFile({ workspaceId, stream, fileName, contactId, resourceId });
  if (!stored.ok) throw new Error(stored.reason);
  return stored.file.id;
}

/** A message of the customer with these uploads; returns its conversation's id. */
async function send(actor: CustomerActor, fileIds: string[]): Promise<number> {
  const { workspaceId, resourceId, contactId } = actor;
  return transaction(async (tx) => {
    const { id } = await tx.conversation.create({ data: { workspaceId, resourceId, contactId } });
    const attachments = await claimUploads(tx, actor, fileIds);
    await appendMessage(tx, id, { author: "customer", origin: "mini_app", contactId, text: "", attachments });
    return id;
  });
}

async function age(id: string): Promise<void> {
  const file = await db.file.update({ where: { id }, data: { createdAt: twoDaysAgo } });
  await ageBytes(file.storageKey);
}

function ageBytes(key: string): Promise<void> {
  return utimes(join(env.DATA_DIR, "files", key), twoDaysAgo, twoDaysAgo);
}

describe("claiming uploads", () => {
  test("keeps their order and tells their kind", async () => {
    const ids = [await upload(maria, "%PDF-1.7\n", "b.pdf"), await upload(), await upload()];
    const conversationId = await send(maria, [...ids, ids[0] ?? ""]);
    const attachments = await db.attachment.findMany({
      where: { message: { conversationId } },
      orderBy: { position: "asc" },
    });
    expect(attachments.map(({ fileId, kind, state }) => ({ fileId, kind, state }))).toEqual(
      ids.map((fileId) => ({ fileId, kind: "document", state: "ready" })),
    );
    expect(attachments[0]).toMatchObject({ fileName: "b.pdf", mimeType: "application/pdf" });
  });

  test("is refused for others' files, of this workspace, this person's other bot or another company", async () => {
    const id = await upload();
    const colleague = await customerOf(maria.workspaceId);
    const stranger = await customerOf(await makeCompany("Another"));
    const otherBot = { ...maria, resourceId: colleague.resourceId };
    for (const actor of [colleague, stranger, otherBot]) {
      await expect(send(actor, [id])).rejects.toMatchObject({ code: "not_found", reason: "file_unknown" });
    }
    await expect(send(maria, [randomUUID()])).rejects.toMatchObject({ reason: "file_unknown" });
    await send(maria, [id]);
  });

  test("of one file by two messages at once gives it to one", async () => {
    const ids = [await upload(), await upload()];
    const outcomes = await Promise.allSettled([send(maria, ids), send(maria, ids.toReversed())]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find((outcome) => outcome.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", reason: "file_attached" });
  });
});

describe("the sweep", () => {
  test("removes what was never sent and what lost its conversation, after a day", async () => {
    const [fresh, unsent, sent, orphaned] = [await upload(), await upload(), await upload(), await upload()];
    await send(maria, [sent]);
    await db.conversation.delete({ where: { id: await send(maria, [orphaned]) } });
    for (const id of [unsent, sent, orphaned]) await age(id);
    await sweepFiles();
    const left = await db.file.findMany({ where: { id: { in: [fresh, unsent, sent, orphaned] } } });
    expect(left.map(({ id }) => id).sort()).toEqual([fresh, sent].sort());
    for (const { storageKey } of left) expect(await storage.get(storageKey)).not.toBeNull();
    for (const id of [unsent, orphaned]) expect(await storage.get(`${maria.workspaceId}/${id}`)).toBeNull();
  });

  test("removes bytes that no row knows, but nothing fresh and nothing of others", async () => {
    const put = (key: string) =>
      storage.put(key, Readable.from([Buffer.from("x")]), { mimeType: "text/plain", sizeBytes: 1 });
    const stray = `1/${randomUUID()}`;
    const keys = [stray, `${stray}.thumbnail`, `${stray}.${randomUUID()}.partial`, "backups/tuesday.tar"];
    const fresh = `1/${randomUUID()}`;
    for (const key of [...keys, fresh]) await put(key);
    for (const key of keys) await ageBytes(key);
    await sweepFiles();
    const left: string[] = [];
    for await (const { key } of storage.list()) left.push(key);
    expect(left).toEqual(expect.arrayContaining([fresh, "backups/tuesday.tar"]));
    expect(left.filter((key) => key.startsWith(stray))).toEqual([]);
  });

  test("leaves a file alone that is being sent right now", async () => {
    const id = await upload();
    await age(id);
    const { workspaceId, resourceId, contactId } = maria;
    await transaction(async (tx) => {
      const conversation = await tx.conversation.create({ data: { workspaceId, resourceId, contactId } });
      const attachments = await claimUploads(tx, maria, [id]);
      await sweepFiles();
      const message = { author: "customer", origin: "mini_app", contactId, text: "" } as const;
      await appendMessage(tx, conversation.id, { ...message, attachments });
    });
    await sweepFiles();
    expect(await db.file.findUnique({ where: { id }, include: { attachments: true } })).toMatchObject({
      attachments: [{ fileId: id }],
    });
  });

  test("removes what broken uploads left in the spool", async () => {
    const [old, fresh] = [join(spoolFolder, "file-old"), join(spoolFolder, "file-new")];
    for (const folder of [old, fresh]) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "original"), "half");
    }
    await utimes(old, twoDaysAgo, twoDaysAgo);
    await sweepFiles();
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});
