import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type S3Server, startS3Server } from "@/scripts/testing/start-s3-server";
import { diskStorage } from "@/server/storage/disk-storage";
import { type S3Settings, s3Storage } from "@/server/storage/s3-storage";
import type { ByteRange, Storage } from "@/server/storage/storage";

const folder = mkdtempSync(join(tmpdir(), "assistchat-storage-"));
let server: S3Server;
beforeAll(async () => {
  server = await startS3Server();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function s3(change: Partial<S3Settings> = {}): Storage {
  return s3Storage({ ...server, bucket: "chat", ...change });
}

function put(storage: Storage, key: string, bytes: Buffer, sizeBytes = bytes.length): Promise<void> {
  return storage.put(key, Readable.from([bytes]), { mimeType: "text/plain", sizeBytes });
}

async function read(storage: Storage, key: string, range?: ByteRange): Promise<Buffer | null> {
  const found = await storage.get(key, range);
  return found && buffer(found.stream);
}

async function keys(storage: Storage): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list()) found.push(key);
  return found.sort();
}

describe.each([
  ["disk", () => diskStorage(join(folder, "files"))],
  ["S3", () => s3()],
])("storage on %s", (where, open) => {
  test("keeps bytes and gives them back, whole and in parts", async () => {
    const storage = open();
    const bytes = randomBytes(300_000);
    await put(storage, "1/a", bytes);
    expect(await read(storage, "1/a")).toEqual(bytes);
    const found = await storage.get("1/a", { start: 10, end: 19 });
    expect(found?.sizeBytes).toBe(300_000);
    expect(found && (await buffer(found.stream))).toEqual(bytes.subarray(10, 20));
    expect(await read(storage, "1/a", { start: 299_999, end: 299_999 })).toEqual(bytes.subarray(299_999));
  });

  test("writes over, lists and deletes; what is not there is no error", async () => {
    const storage = open();
    const before = Date.now() - 2000;
    await put(storage, "2/a", Buffer.from("old"));
    await put(storage, "2/a", Buffer.from("new"));
    await put(storage, "2/a.thumbnail", Buffer.from("small"));
    expect((await read(storage, "2/a"))?.toString()).toBe("new");
    for await (const { writtenAt } of storage.list()) expect(writtenAt.getTime()).toBeGreaterThan(before);
    await storage.delete(["2/a", "2/never"]);
    expect(await storage.get("2/a")).toBeNull();
    expect(await storage.get("nothing/there")).toBeNull();
    expect(await keys(storage)).toContain("2/a.thumbnail");
    expect(await keys(storage)).not.toContain("2/a");
  });

  test("keeps nothing of a stream that breaks or has another length", async () => {
    const storage = open();
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.alloc(1000);
        throw new Error("cut");
      })(),
    );
    const as = { mimeType: "text/plain", sizeBytes: 2000 };
    await expect(storage.put("3/broken", breaking, as)).rejects.toThrow();
    await expect(put(storage, "3/short", Buffer.from("four"), 5)).rejects.toThrow();
    await expect(put(storage, "3/long", Buffer.from("four"), 3)).rejects.toThrow();
    // The S3 server of the tests keeps what came before a connection broke; a real one does not.
    if (where === "disk") expect((await keys(storage)).filter((key) => key.startsWith("3/"))).toEqual([]);
  });

  test("checks by writing", async () => {
    await open().check();
  });
});

describe("disk", () => {
  test("a key never leads out of the folder", async () => {
    const storage = diskStorage(join(folder, "inner"));
    for (const key of ["../out", "1/../../out", "/etc/passwd", "1//a", "1/.", "1\\..\\a", "a\0b", ""]) {
      await expect(put(storage, key, Buffer.from("x"))).rejects.toThrow("inside its folder");
      await expect(storage.get(key)).rejects.toThrow("inside its folder");
    }
    expect(readdirSync(folder)).not.toContain("out");
    expect(await diskStorage(folder).presign("a", presigned)).toBeNull();
  });

  test("an empty installation lists nothing", async () => {
    expect(await keys(diskStorage(join(folder, "never")))).toEqual([]);
  });
});

const presigned = {
  expiresSeconds: 60,
  mimeType: "image/png",
  disposition: 'attachment; filename="a.png"',
};

test("a disk that is nearly full keeps nothing more, and says so when asked for its health", async () => {
  const noRoom = async () => {
    throw Object.assign(new Error("no room"), { code: "ENOSPC" });
  };
  const storage = diskStorage(join(folder, "full"), noRoom);
  const source = Readable.from([Buffer.from("a")]);
  const kept = storage.put("1/a", source, { mimeType: "text/plain", sizeBytes: 1 });
  await expect(kept).rejects.toMatchObject({ code: "ENOSPC" });
  expect(source.destroyed).toBe(true);
  expect(await keys(storage)).toEqual([]);
  await expect(storage.check()).rejects.toMatchObject({ code: "ENOSPC" });
});

describe("S3", () => {
  test("the bucket is made on first use, by two at once too", async () => {
    const bucket = `new-${randomUUID()}`;
    await Promise.all([
      put(s3({ bucket }), "1/a", Buffer.from("a")),
      put(s3({ bucket }), "1/b", Buffer.from("b")),
    ]);
    expect(await keys(s3({ bucket }))).toEqual(["1/a", "1/b"]);
    expect(await keys(s3({ bucket: `read-${randomUUID()}` }))).toEqual([]);
  });

  test("a presigned address hands the file out under our name and type, and to nobody else", async () => {
    const storage = s3({ publicEndpoint: server.endpoint });
    await put(storage, "4/a", Buffer.from("private"));
    const address = await storage.presign("4/a", presigned);
    const answer = await fetch(String(address));
    expect(await answer.text()).toBe("private");
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toBe(presigned.disposition);
    const another = String(address).replace(server.accessKey, "SOMEBODY");
    expect((await fetch(another)).status).toBe(403);
    expect(await s3().presign("4/a", presigned)).toBeNull();
  });

  test("a wrong key and a server that is gone are said in words, without the key", async () => {
    const wrong = s3({ accessKey: "MADEUP", secretKey: "made-up-secret" });
    await expect(wrong.check()).rejects.toThrow(/refused the access key/);
    await expect(wrong.check()).rejects.not.toThrow(/made-up-secret/);
    await expect(s3({ endpoint: "http://127.0.0.1:9" }).check()).rejects.toThrow(/does not answer/);
  });
});
