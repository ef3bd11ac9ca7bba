import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { detectType } from "@/server/domain/files/detect-type";

const folder = mkdtempSync(join(tmpdir(), "assistchat-type-"));
afterAll(() => rmSync(folder, { recursive: true }));

function detect(bytes: string | Buffer, claimed?: string): Promise<unknown> {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  return detectType(path, claimed);
}

const webm = Buffer.concat([
  Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701", "hex"),
  Buffer.alloc(64),
]);

test("texts are texts, and markup is known by its look, whatever it is called", async () => {
  expect(await detect("plain words", "image/png")).toEqual({ mimeType: "text/plain", extension: "txt" });
  expect(await detect("я".repeat(5000))).toMatchObject({ mimeType: "text/plain" });
  expect(await detect("  <!DOCTYPE html><script>alert(1)</script>", "image/png")).toMatchObject({
    mimeType: "text/html",
  });
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  expect(await detect(svg, "image/svg+xml")).toMatchObject({ mimeType: "image/svg+xml" });
  expect(await detect('<?xml version="1.0"?><orders/>')).toMatchObject({ mimeType: "application/xml" });
});

test("binary files are known by their first bytes or not at all", async () => {
  expect(await detect("%PDF-1.7\n", "image/png")).toEqual({ mimeType: "application/pdf", extension: "pdf" });
  expect(await detect(Buffer.from("MZ\u0090\u0000\u0003", "latin1"))).toMatchObject({ extension: "bin" });
  expect(await detect(Buffer.from([0, 1, 2, 3]), "image/png")).toEqual({
    mimeType: "application/octet-stream",
    extension: "bin",
  });
});

test("a recorder is believed that its container carries sound only", async () => {
  expect(await detect(webm, "audio/webm;codecs=opus")).toEqual({
    mimeType: "audio/webm",
    extension: "weba",
  });
  expect(await detect(webm, "video/webm")).toEqual({ mimeType: "video/webm", extension: "webm" });
  expect(await detect(webm, "image/png")).toMatchObject({ mimeType: "video/webm" });
});
