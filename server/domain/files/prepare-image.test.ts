import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, expect, test } from "vitest";
import { prepareImage } from "@/server/domain/files/prepare-image";

const folder = mkdtempSync(join(tmpdir(), "assistchat-image-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "original");

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
  const image = await prepareImage(path, "image/jpeg", folder);
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
  const image = await prepareImage(path, "image/avif", folder);
  expect(image).toMatchObject({ mimeType: "image/jpeg", width: 40, height: 30 });
  expect(await sharp(image?.thumbnailPath).metadata()).toMatchObject({ width: 40, height: 30 });
});

test("a large photo is kept at 4,000 pixels", async () => {
  await picture(6000, 4500).jpeg().toFile(path);
  expect(await prepareImage(path, "image/jpeg", folder)).toMatchObject({ width: 4000, height: 3000 });
});

test.each(["gif", "webp"] as const)("a moving %s keeps moving", async (format) => {
  const frames = await Promise.all(
    ["#c33", "#3c3", "#33c"].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toFile(path);
  const image = await prepareImage(path, `image/${format}`, folder);
  expect(image).toMatchObject({ path, mimeType: `image/${format}`, width: 60, height: 40 });
  expect((await sharp(path, { animated: true }).metadata()).pages).toBe(3);
});

test("bombs, broken pictures and what is none are left alone", async () => {
  await picture(50_000, 10).png().toFile(path);
  expect(await prepareImage(path, "image/png", folder)).toBeNull();
  await picture(8000, 7000).png().toFile(path);
  expect(await prepareImage(path, "image/png", folder)).toBeNull();
  writeFileSync(path, Buffer.from("ffd8ffe000104a464946", "hex"));
  expect(await prepareImage(path, "image/jpeg", folder)).toBeNull();
  expect(await prepareImage(path, "application/pdf", folder)).toBeNull();
});
