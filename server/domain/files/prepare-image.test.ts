import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterAll, expect, test } from "vitest";
import { type PreparedImage, prepareImage } from "@/server/domain/files/prepare-image";

const folder = mkdtempSync(join(tmpdir(), "assistchat-image-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "original");

async function prepared(from: string, mimeType: string, into: string): Promise<PreparedImage | null> {
  const image = await prepareImage(from, mimeType, into, "anna");
  if (image === "busy") throw new Error("nothing else is at work");
  return image;
}

function picture(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: "#c33" } });
}

test("a photo is turned upright and loses what it told about its place", async () => {
  await picture(1200, 800)
    .jpeg()
    .withExif({ IFD0: { Make: "Phone" }, IFD3: { GPSLatitude: "44/1 49/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .toFile(path);
  expect(await sharp(path).metadata()).toMatchObject({ orientation: 6 });
  const image = await prepared(path, "image/jpeg", folder);
  expect(image).toMatchObject({ mimeType: "image/jpeg", extension: "jpg", width: 800, height: 1200 });
  const kept = await sharp(image?.path).metadata();
  expect(kept).toMatchObject({ format: "jpeg", width: 800, height: 1200 });
  expect(kept.exif).toBeUndefined();
  expect(kept.orientation).toBeUndefined();
  expect(await sharp(image?.thumbnailPath).metadata()).toMatchObject({
    format: "webp",
    width: 320,
    height: 480,
  });
});

test("small pictures are not blown up, AVIF becomes JPEG", async () => {
  await picture(40, 30).avif().toFile(path);
  const image = await prepared(path, "image/avif", folder);
  expect(image).toMatchObject({ mimeType: "image/jpeg", width: 40, height: 30 });
  expect(await sharp(image?.thumbnailPath).metadata()).toMatchObject({ width: 40, height: 30 });
});

test("a large photo is kept at 4,000 pixels", async () => {
  await picture(6000, 4500).jpeg().toFile(path);
  expect(await prepared(path, "image/jpeg", folder)).toMatchObject({ width: 4000, height: 3000 });
});

const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>SECRETGPS</note></x:xmpmeta>';

/** A part of a PNG: its length, name, content and checksum. */
function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, sum]);
}

async function frames(): Promise<Buffer[]> {
  return await Promise.all(
    ["#c33", "#3c3", "#33c"].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
}

test.each(["gif", "webp"] as const)("a moving %s keeps moving, and tells no place", async (format) => {
  const exif = { IFD0: { Make: "SECRETGPS" } };
  const moving = sharp(await frames(), { join: { animated: true } })
    .withExif(exif)
    .withXmp(xmp);
  const bytes = await moving.toFormat(format, { loop: 3 }).toBuffer();
  // sharp writes no metadata into a GIF, phones and editors do: as a comment and as XMP before the end.
  const note = Buffer.from("\x21\xfe\x09SECRETGPS\0\x21\xff\x0bXMP DataXMP\x09SECRETGPS\0;", "latin1");
  writeFileSync(path, format === "gif" ? Buffer.concat([bytes.subarray(0, -1), note]) : bytes);
  expect(readFileSync(path, "latin1")).toContain("SECRETGPS");
  const image = await prepared(path, `image/${format}`, folder);
  expect(image).toMatchObject({ mimeType: `image/${format}`, extension: format, width: 60, height: 40 });
  expect(readFileSync(String(image?.path), "latin1")).not.toContain("SECRETGPS");
  const kept = sharp(image?.path, { animated: true });
  expect(await kept.metadata()).toMatchObject({ pages: 3, loop: 3 });
  expect(await kept.raw().toBuffer()).toEqual(await sharp(bytes, { animated: true }).raw().toBuffer());
  expect(await sharp(image?.thumbnailPath).metadata()).toMatchObject({ width: 60, height: 40 });
});

test("a moving PNG keeps its frames, and tells no place", async () => {
  const plain = await picture(60, 40).png().toBuffer();
  const end = plain.length - 12;
  const frameControl = chunk(
    "fcTL",
    Buffer.from("000000000000003c0000002800000000000000000001000a0000", "hex"),
  );
  const bytes = Buffer.concat([
    plain.subarray(0, 33),
    chunk("acTL", Buffer.from("0000000100000000", "hex")),
    frameControl,
    chunk("tEXt", Buffer.from("Comment\0SECRETGPS")),
    plain.subarray(33, end),
    chunk("eXIf", Buffer.from("SECRETGPS")),
    plain.subarray(end),
    Buffer.from("SECRETGPS behind the end"),
  ]);
  writeFileSync(path, bytes);
  const image = await prepared(path, "image/apng", folder);
  expect(image).toMatchObject({ mimeType: "image/apng", extension: "png", width: 60, height: 40 });
  const kept = readFileSync(String(image?.path));
  expect(kept.includes("SECRETGPS")).toBe(false);
  expect(kept.includes(frameControl)).toBe(true);
  writeFileSync(path, bytes.subarray(0, end));
  expect(await prepared(path, "image/apng", folder)).toBeNull();
});

test("one sender's large pictures hold up neither another's small one nor more than two of their own", async () => {
  const large = join(folder, "large");
  await picture(3000, 2500).jpeg().toFile(large);
  await picture(40, 30).jpeg().toFile(path);
  const done: string[] = [];
  const prepare = async (owner: string, from: string) => {
    const into = mkdtempSync(join(folder, owner));
    const image = await prepareImage(from, "image/jpeg", into, owner);
    done.push(image === "busy" ? `${owner} is told to wait` : `${owner} has it`);
  };
  await Promise.all([...[1, 2, 3, 4].map(() => prepare("greedy", large)), prepare("patient", path)]);
  expect(done.indexOf("patient has it")).toBeLessThan(done.indexOf("greedy has it"));
  expect(done.filter((line) => line === "greedy is told to wait")).toHaveLength(1);
});

test("bombs, broken pictures and what is none are left alone", async () => {
  await picture(50_000, 10).png().toFile(path);
  expect(await prepared(path, "image/png", folder)).toBeNull();
  await picture(8000, 7000).png().toFile(path);
  expect(await prepared(path, "image/png", folder)).toBeNull();
  writeFileSync(path, Buffer.from("ffd8ffe000104a464946", "hex"));
  expect(await prepared(path, "image/jpeg", folder)).toBeNull();
  expect(await prepared(path, "application/pdf", folder)).toBeNull();
});
