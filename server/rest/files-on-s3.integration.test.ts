import { afterAll, beforeAll, expect, test } from "vitest";
import { type S3Server, startS3Server } from "@/scripts/testing/start-s3-server";

// The environment is read once, at the first import: the server has to stand before.
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
  process.env.S3_ENDPOINT = server.endpoint;
  process.env.S3_PUBLIC_ENDPOINT = server.endpoint;
  process.env.S3_ACCESS_KEY = server.accessKey;
  process.env.S3_SECRET_KEY = server.secretKey;
  process.env.S3_BUCKET = "support-files";
});
let stopped = false;
async function stopServer(): Promise<void> {
  if (!stopped) await server.stop();
  stopped = true;
}
afterAll(stopServer);

test("files lie on S3: uploaded, shown by us, downloaded from there, swept, and refused in words when it is gone", async () => {
  const { rest } = await import("@/server/rest/app");
  const { db } = await import("@/server/lib/db");
  const { fileLink } = await import("@/server/domain/files/file-link");
  const { issueCustomerToken } = await import("@/server/auth/customer-token");
  const { sweepFiles } = await import("@/server/domain/files/sweep-files");
  const { storage } = await import("@/server/storage/chosen-storage");

  const { id: workspaceId } = await db.workspace.create({ data: { name: "Ours" } });
  const resource = await db.resource.create({
    data: { workspaceId, provider: "telegram", name: "Bot", credentials: "", accountKey: "1" },
  });
  const contact = await db.contact.create({
    data: { workspaceId, provider: "telegram", externalId: "1" },
  });
  const { token } = issueCustomerToken({
    kind: "customer",
    workspaceId,
    resourceId: resource.id,
    contactId: contact.id,
  });
  const upload = (body: string) =>
    rest.request("/api/files", {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${token}`, "x-file-name": encodeURIComponent("Договор.txt") },
    });
  const health = async () => (await (await rest.request("/api/health")).json()).checks.storage;

  expect(await health()).toEqual({ status: "ok" });
  const text = await (await upload("terms and conditions")).json();
  const file = await db.file.findUniqueOrThrow({ where: { id: text.id } });

  const download = await rest.request(fileLink(file, { download: true }));
  expect(download.status).toBe(302);
  const there = await fetch(String(download.headers.get("location")));
  expect(await there.text()).toBe("terms and conditions");
  expect(there.headers.get("content-disposition")).toContain("attachment;");

  // As if the same bytes were a sound, which a page plays and seeks in.
  const sound = await db.file.update({ where: { id: file.id }, data: { mimeType: "audio/mpeg" } });
  const part = await rest.request(fileLink(sound), { headers: { range: "bytes=6-8" } });
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    "bytes 6-8/20",
    "and",
  ]);

  await db.file.updateMany({ data: { createdAt: new Date(Date.now() - 48 * 3600_000) } });
  await sweepFiles();
  expect(await storage.get(file.storageKey)).toBeNull();

  const left = await (await upload("still here")).json();
  const row = await db.file.update({ where: { id: left.id }, data: { mimeType: "audio/mpeg" } });
  await stopServer();
  for (const refused of [await upload("nowhere to go"), await rest.request(fileLink(row))]) {
    expect(refused.status).toBe(503);
    expect((await refused.json()).error).toMatchObject({ code: "storage_down" });
  }
  expect(await health()).toMatchObject({ status: "degraded" });
});
