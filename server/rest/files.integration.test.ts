import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { serve } from "@hono/node-server";
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { issueCustomerToken } from "@/server/auth/customer-token";
import { fileLink } from "@/server/domain/files/file-link";
import { MAX_FILE_BYTES } from "@/server/domain/files/schema";
import { spoolFolder } from "@/server/domain/files/spool-file";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { env } from "@/server/lib/env";
import { rest } from "@/server/rest/app";

const uploaded = z.object({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  sizeBytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  thumbnailUrl: z.string().nullable(),
});

let maria: CustomerActor;
let people = 0;

async function newCustomer(workspaceId?: number): Promise<CustomerActor> {
  people += 1;
  const workspace = workspaceId ?? (await db.workspace.create({ data: { name: "Ours" } })).id;
  const key = `bot-${people}`;
  const resource = await db.resource.create({
    data: { workspaceId: workspace, provider: "telegram", name: key, credentials: "", accountKey: key },
  });
  const contact = await db.contact.create({
    data: { workspaceId: workspace, provider: "telegram", externalId: String(people) },
  });
  return { kind: "customer", workspaceId: workspace, resourceId: resource.id, contactId: contact.id };
}

beforeAll(async () => {
  maria = await newCustomer();
});

type Upload = { name?: string; type?: string; actor?: CustomerActor; headers?: Record<string, string> };

function headersOf({ name, type, actor = maria, headers }: Upload): Record<string, string> {
  return {
    authorization: `Bearer ${issueCustomerToken(actor).token}`,
    ...(name !== undefined && { "x-file-name": encodeURIComponent(name) }),
    ...(type && { "content-type": type }),
    ...headers,
  };
}

async function upload(body: BodyInit | null, options: Upload = {}): Promise<Response> {
  return rest.request("/api/files", { method: "POST", body, headers: headersOf(options) });
}

async function stored(body: BodyInit, options: Upload = {}): Promise<z.infer<typeof uploaded>> {
  const answer = await upload(body, options);
  expect(answer.status).toBe(201);
  return uploaded.parse(await answer.json());
}

async function refusal(answer: Response): Promise<string> {
  const { error } = z
    .object({ error: z.object({ code: z.string(), message: z.string().min(10) }) })
    .parse(await answer.json());
  return `${answer.status} ${error.code}`;
}

async function linkTo(id: string, options?: Parameters<typeof fileLink>[1]): Promise<string> {
  return fileLink(await db.file.findUniqueOrThrow({ where: { id } }), options);
}

function keptKeys(): string[] {
  const folder = join(env.DATA_DIR, "files");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

function photo(width = 640, height = 480): Promise<Buffer<ArrayBuffer>> {
  const background = "#c33";
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer() as Promise<Buffer<ArrayBuffer>>;
}

describe("an upload", () => {
  test("of a photo is known by its bytes, has a small picture and leaves nothing in the spool", async () => {
    const view = await stored(await photo(), { name: "Моя машина 🚗.png", type: "image/png" });
    expect(view).toMatchObject({
      kind: "photo",
      fileName: "Моя машина 🚗.jpg",
      mimeType: "image/jpeg",
      width: 640,
      height: 480,
    });
    const small = await rest.request(String(view.thumbnailUrl));
    expect(small.headers.get("content-type")).toBe("image/webp");
    expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 480, height: 360 });
    expect(readdirSync(spoolFolder)).toEqual([]);
    expect(await db.file.findUnique({ where: { id: view.id } })).toMatchObject({
      workspaceId: maria.workspaceId,
      contactId: maria.contactId,
      resourceId: maria.resourceId,
    });
  });

  test("that is empty, too large or unauthorised is refused in words", async () => {
    expect(await refusal(await upload(null))).toBe("400 empty");
    expect(await refusal(await upload(""))).toBe("400 empty");
    const announced = await upload("short", { headers: { "content-length": String(MAX_FILE_BYTES + 1) } });
    expect(await refusal(announced)).toBe("413 too_large");
    const before = keptKeys();
    expect(await refusal(await upload(new Uint8Array(MAX_FILE_BYTES + 1)))).toBe("413 too_large");
    expect(keptKeys()).toEqual(before);
    expect(await refusal(await upload("x", { headers: { authorization: "" } }))).toBe("401 token_missing");
    expect(await refusal(await upload("x", { headers: { "x-file-name": "%E0%A4%A" } }))).toBe(
      "400 bad_file_name",
    );
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  test("of exactly 20 MB is taken", async () => {
    const view = await stored(new Uint8Array(MAX_FILE_BYTES).fill(65), { name: "log.txt" });
    expect(view).toMatchObject({ sizeBytes: MAX_FILE_BYTES, mimeType: "text/plain", kind: "document" });
  });

  test("of a picture too large to decode stays a document that is only downloaded", async () => {
    const bomb = await sharp({ create: { width: 50_000, height: 20, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const view = await stored(new Uint8Array(bomb), { name: "wide.png", type: "image/png" });
    expect(view).toMatchObject({ kind: "document", width: null, thumbnailUrl: null });
    const answer = await rest.request(await linkTo(view.id));
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect((await answer.arrayBuffer()).byteLength).toBe(bomb.length);
  });

  test("that breaks half-way leaves nothing", async () => {
    const before = keptKeys();
    let pieces = 0;
    const body = new ReadableStream({
      pull(controller) {
        pieces += 1;
        if (pieces > 3) controller.error(new Error("the phone went into a tunnel"));
        else controller.enqueue(new Uint8Array(1000));
      },
    });
    const answer = rest.request("/api/files", {
      method: "POST",
      body,
      duplex: "half",
      headers: headersOf({ name: "a.bin" }),
    } as RequestInit);
    expect(await refusal(await answer)).toBe("400 interrupted");
    expect(keptKeys()).toEqual(before);
    expect(readdirSync(spoolFolder)).toEqual([]);
  });

  test("is slowed down when there are too many", async () => {
    const flood = await newCustomer();
    const statuses: number[] = [];
    for (let index = 0; index < 62; index += 1) statuses.push((await upload("", { actor: flood })).status);
    expect(statuses.indexOf(429)).toBe(60);
  });

  test("is refused in words once too much is unsent, or was sent within a day; a day later it is welcome", async () => {
    const one = await newCustomer();
    const mb = 1024 * 1024;
    const row = (sizeBytes: number) => ({
      workspaceId: one.workspaceId,
      contactId: one.contactId,
      storageKey: `${one.workspaceId}/${randomUUID()}`,
      fileName: "a.bin",
      mimeType: "application/octet-stream",
      sizeBytes,
    });
    await db.file.create({ data: { ...row(200 * mb), resourceId: one.resourceId } });
    expect(await refusal(await upload("x", { actor: one }))).toBe("429 unsent_limit");
    await stored("x");
    // What came by the bot is in messages: only the day's sum knows it.
    await db.file.updateMany({ where: { contactId: one.contactId }, data: { resourceId: null } });
    await stored("x", { actor: one });
    await db.file.create({ data: row(824 * mb) });
    expect(await refusal(await upload("x", { actor: one }))).toBe("429 day_limit");
    const now = vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 24 * 3600_000 + 1000));
    await stored("x", { actor: one });
    now.mockRestore();
  });

  test("is one of six of a customer at the same time; another customer's goes on", async () => {
    const [one, other] = [await newCustomer(), await newCustomer()];
    const senders: ReadableStreamDefaultController[] = [];
    const open = () => {
      const body = new ReadableStream({ start: (sender) => void senders.push(sender) });
      const request = { method: "POST", body, duplex: "half", headers: headersOf({ actor: one }) };
      return rest.request("/api/files", request as RequestInit);
    };
    const six = [1, 2, 3, 4, 5, 6].map(open);
    const spooled = () => readdirSync(spoolFolder).length;
    await vi.waitFor(() => expect(spooled()).toBe(6));
    expect(await refusal(await upload("x", { actor: one }))).toBe("429 uploads_busy");
    await stored("x", { actor: other });
    for (const sender of senders) {
      sender.enqueue(Buffer.from("x"));
      sender.close();
    }
    expect((await Promise.all(six)).map(({ status }) => status)).toEqual(Array(6).fill(201));
    await stored("x", { actor: one });
  });

  // The file system's own answer, with a limit that only this process has.
  test.skipIf(!existsSync("/usr/bin/prlimit"))(
    "finds a full disk: said in words, and nothing is left",
    async () => {
      const limit = (bytes: string) =>
        spawnSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:unlimited`]).status;
      const before = keptKeys();
      expect(limit("100000")).toBe(0);
      const answer = await upload(new Uint8Array(300_000).fill(65), { name: "a.txt" }).finally(() =>
        limit("unlimited"),
      );
      expect(await refusal(answer)).toBe("503 storage_full");
      expect(keptKeys()).toEqual(before);
      expect(readdirSync(spoolFolder)).toEqual([]);
      await stored(new Uint8Array(300_000).fill(65), { name: "a.txt" });
    },
  );
});

describe("a link", () => {
  test("opens the file under its name, and again from the browser's cache", async () => {
    const view = await stored("hello", { name: 'Привет "мир".txt' });
    const link = await linkTo(view.id);
    const answer = await rest.request(link);
    expect(await answer.text()).toBe("hello");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/plain",
      "content-length": "5",
      "x-content-type-options": "nosniff",
      "content-disposition":
        "attachment; filename=\"______ _____.txt\"; filename*=UTF-8''%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82%20_%D0%BC%D0%B8%D1%80_.txt",
      "cache-control": "private, max-age=43200, immutable, no-transform",
    });
    expect(answer.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
    const etag = String(answer.headers.get("etag"));
    expect((await rest.request(link, { headers: { "if-none-match": etag } })).status).toBe(304);
    const head = await rest.request(link, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "5", ""]);
  });

  test.each<[string, string, string]>([
    ["picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "image/svg+xml"],
    ["page.png", "<!doctype html><script>alert(1)</script>", "text/html"],
    [
      "data.xml",
      '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml"/>',
      "application/xml",
    ],
    [
      "form.pdf",
      "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
      "application/pdf",
    ],
  ])("never opens %s in the browser", async (name, content, mimeType) => {
    const view = await stored(content, { name, type: "image/png" });
    expect(view).toMatchObject({ kind: "document", mimeType });
    const answer = await rest.request(await linkTo(view.id));
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  });

  test("shows photos, downloads them when asked to", async () => {
    const { id } = await stored(await photo(), { name: "a.jpg" });
    const shown = await rest.request(await linkTo(id));
    expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
    const taken = await rest.request(await linkTo(id, { download: true }));
    expect(taken.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  test("gives out parts", async () => {
    const { id } = await stored("0123456789", { name: "a.txt" });
    const link = await linkTo(id);
    const part = (range: string, more = {}) => rest.request(link, { headers: { range, ...more } });
    const middle = await part("bytes=2-4");
    expect([middle.status, middle.headers.get("content-range"), await middle.text()]).toEqual([
      206,
      "bytes 2-4/10",
      "234",
    ]);
    expect(await (await part("bytes=-3")).text()).toBe("789");
    expect(await refusal(await part("bytes=10-"))).toBe("416 range_unsatisfiable");
    expect((await part("bytes=2-4", { "if-range": '"older"' })).status).toBe(200);
  });

  test("is the same within the hour and ends after 12 to 13 hours", async () => {
    const { id } = await stored("x", { name: "a.txt" });
    const now = vi.spyOn(clock, "now");
    const at = (time: string) => now.mockReturnValue(new Date(time));
    at("2026-11-21T10:01:00Z");
    const link = await linkTo(id);
    at("2026-11-21T10:59:00Z");
    expect(await linkTo(id)).toBe(link);
    at("2026-11-21T22:58:59Z");
    expect((await rest.request(link)).status).toBe(200);
    at("2026-11-21T23:00:00Z");
    expect(await refusal(await rest.request(link))).toBe("403 link_expired");
    at("2026-11-21T10:01:00Z");
    const long = await linkTo(id, { days: 30 });
    expect(long).toMatch(/^http:\/\/localhost:3000\/api\/files\//);
    at("2026-12-21T10:00:00Z");
    expect((await rest.request(long)).status).toBe(200);
    at("2026-12-22T10:00:00Z");
    expect(await refusal(await rest.request(long))).toBe("403 link_expired");
    now.mockRestore();
  });

  test("that was changed in any part is refused", async () => {
    const { id } = await stored(await photo(), { name: "a.jpg" });
    const other = await stored(await photo(), { name: "b.jpg" });
    const link = await linkTo(id);
    const forged = [
      link.replace(id, other.id),
      `${link}&download=1`,
      `${link}&variant=thumbnail`,
      link.replace(/expires=\d+/, "expires=9999999999"),
      link.replace(/signature=[^&]+/, "signature="),
      link.replace(/signature=.{8}/, "signature=AAAAAAAA"),
      link.replace(/&?signature=[^&]+/, ""),
      link.replace(/expires=\d+/, "expires=1e99"),
      link.replace(id, "1%00"),
    ];
    for (const address of forged) expect(await refusal(await rest.request(address))).toBe("403 link_invalid");
    await db.file.delete({ where: { id } });
    expect(await refusal(await rest.request(link))).toBe("404 file_gone");
  });
});

/** Bytes of buffers that are alive, not those that wait to be collected. */
function aliveBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().arrayBuffers;
}

test("a file of 20 MB flows through: no part of it stays in memory", { timeout: 60_000 }, async () => {
  const server = serve({ fetch: rest.fetch, port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const origin = `http://127.0.0.1:${address.port}`;
  const before = aliveBytes();
  let peak = 0;
  let passed = 0;
  function pass(bytes: number): void {
    if (Math.floor(passed / 2 ** 22) !== Math.floor((passed + bytes) / 2 ** 22)) {
      peak = Math.max(peak, aliveBytes());
    }
    passed += bytes;
  }
  const piece = new Uint8Array(64 * 1024).fill(65);
  const body = new ReadableStream({
    pull(controller) {
      if (passed === MAX_FILE_BYTES) return controller.close();
      pass(piece.length);
      controller.enqueue(piece);
    },
  });
  const request = { method: "POST", body, duplex: "half", headers: headersOf({ name: "big.txt" }) };
  const sent = await fetch(`${origin}/api/files`, request as RequestInit);
  const { id } = uploaded.parse(await sent.json());
  const link = origin + (await linkTo(id));
  for await (const part of (await fetch(link)).body ?? []) pass(part.length);
  expect(passed).toBe(2 * MAX_FILE_BYTES);
  // What is under way on both sides of the connection, which is more on a busy machine; never the file.
  expect(peak - before).toBeLessThan(MAX_FILE_BYTES - 4 * 1024 * 1024);
  // A reader who goes away in the middle breaks nothing.
  const gone = new AbortController();
  await (await fetch(link, { signal: gone.signal })).body?.getReader().read();
  gone.abort();
  expect((await fetch(link, { method: "HEAD" })).status).toBe(200);
  server.close();
});
