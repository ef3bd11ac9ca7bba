import { expect, it } from "vitest";
import { requeueStranded } from "@/server/jobs/requeue-stranded";
import { db, pool } from "@/server/lib/db";

it("queues an old update whose job is gone, once, and leaves a fresh one to its own job", async () => {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Stranded" } });
  const { id: resourceId } = await db.resource.create({
    data: { workspaceId, provider: "telegram", name: "Bot", credentials: "", accountKey: "stranded" },
  });
  const old = new Date(Date.now() - 120_000);
  await db.inboundUpdate.createMany({
    data: [
      { resourceId, externalId: "1", lane: "5", payload: {}, receivedAt: old },
      { resourceId, externalId: "2", lane: "6", payload: {} },
      { resourceId, externalId: "3", lane: "7", payload: {}, receivedAt: old, processedAt: old },
    ],
  });
  await requeueStranded();
  await requeueStranded();
  const { rows } = await pool().query("select key from graphile_worker.jobs order by key");
  expect(rows).toEqual([{ key: `updates:${resourceId}:5` }]);
});

it("fetches an attachment again that nothing fetches any more", async () => {
  const { id: workspaceId } = await db.workspace.create({ data: { name: "Stranded files" } });
  const { id: resourceId } = await db.resource.create({
    data: { workspaceId, provider: "telegram", name: "Bot", credentials: "", accountKey: "stranded-files" },
  });
  const { id: contactId } = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "1", firstName: "Ana" },
  });
  const { id: conversationId } = await db.conversation.create({
    data: { workspaceId, resourceId, contactId },
  });
  const draft = { workspaceId, conversationId, author: "customer", origin: "bot", text: "" } as const;
  const file = { kind: "photo", state: "fetching", externalFileId: "x" } as const;
  const old = await db.message.create({
    data: { ...draft, seq: 1, createdAt: new Date(Date.now() - 120_000), attachments: { create: file } },
    include: { attachments: true },
  });
  await db.message.create({ data: { ...draft, seq: 2, attachments: { create: file } } });
  await requeueStranded();
  await requeueStranded();
  const { rows } = await pool().query("select key from graphile_worker.jobs where key like 'fetch:%'");
  expect(rows).toEqual([{ key: `fetch:${old.attachments[0]?.id}` }]);
});
