import { existsSync, readdirSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { spoolFile, spoolFolder } from "@/server/domain/files/spool-file";

const mb = 1024 * 1024;
const pace = { bytesPerSecond: 1000, overSeconds: 0.05 };

/** Says one word and is silent then, also when it is told to end: as a request's body whose sender sleeps. */
async function* silent(): AsyncGenerator<Buffer> {
  yield Buffer.from("hello");
  await new Promise(() => {});
}

function left(): string[] {
  return existsSync(spoolFolder) ? readdirSync(spoolFolder) : [];
}

test("a sender that creeps or falls silent is cut with words", async () => {
  const before = left();
  const cut = spoolFile(Readable.from(silent()), mb, { pace });
  await expect(cut).rejects.toMatchObject({ code: "bad_input", reason: "too_slow" });
  const web = new ReadableStream({ start: (body) => body.enqueue(Buffer.from("hello")) });
  const silentWeb = spoolFile(Readable.fromWeb(web as Parameters<typeof Readable.fromWeb>[0]), mb, { pace });
  await expect(silentWeb).rejects.toMatchObject({ reason: "too_slow" });
  expect(left()).toEqual(before);
});

test("a sender that is slow and steady is waited for", async () => {
  async function* steady(): AsyncGenerator<Buffer> {
    for (let piece = 0; piece < 20; piece += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      yield Buffer.alloc(100);
    }
  }
  const taken = await spoolFile(Readable.from(steady()), mb, { pace });
  if (!taken.ok) throw new Error(taken.reason);
  expect(taken.spooled.sizeBytes).toBe(2000);
  await taken.spooled.discard();
});

test("one byte too many is enough, also when nothing follows it", async () => {
  const answer = spoolFile(Readable.from(silent()), 4);
  expect(await answer).toEqual({ ok: false, reason: "too_large" });
});

test("a disk that runs full meanwhile is noticed before it is", async () => {
  const before = left();
  let looks = 0;
  const room = async () => {
    looks += 1;
    if (looks > 2) throw Object.assign(new Error("no room"), { code: "ENOSPC" });
  };
  const pieces = Array.from({ length: 5 * 16 }, () => Buffer.alloc(mb / 16));
  const answer = spoolFile(Readable.from(pieces), 20 * mb, { room });
  await expect(answer).rejects.toMatchObject({ code: "unavailable", reason: "storage_full" });
  expect(left()).toEqual(before);
});
