import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type ResizeOptions, type Sharp } from "sharp";
import { fairLine } from "@/server/domain/files/fair-line";
import { stripMetadata } from "@/server/domain/files/strip-metadata";
import { logger } from "@/server/lib/logger";

export type PreparedImage = {
  /** Of the picture to keep, in the folder given. */
  path: string;
  mimeType: string;
  extension: string;
  width: number;
  height: number;
  thumbnailPath: string;
};

/** A picture decodes to three or four bytes a pixel, whatever its file's size. */
const maxPixels = 50_000_000;
/** The longest side that WebP and every browser's canvas can hold. */
const maxSide = 16_383;
/** Longest side of what is kept, in pixels: enough for a sheet of paper at 300 dpi, and a photo's decoder skips the rest. */
const keptSide = 4000;
/** Longest side of a small picture, in pixels. */
const thumbnailSide = 480;
/** For the picture and again for the small one; a sheet of 50 million pixels takes four on a core of its own. */
const patienceSeconds = 10;

type Output = { format: "jpeg" | "png" | "webp"; extension: string };
/** WebP with the least effort: half the time for a twentieth more bytes. */
const formatOptions = { jpeg: { quality: 88 }, png: {}, webp: { quality: 88, effort: 0 } };

/** What each type is written as: what browsers and messengers all show. Others are no pictures to us. */
const outputs: Record<string, Output> = {
  "image/jpeg": { format: "jpeg", extension: "jpg" },
  "image/heic": { format: "jpeg", extension: "jpg" },
  "image/avif": { format: "jpeg", extension: "jpg" },
  "image/png": { format: "png", extension: "png" },
  "image/gif": { format: "png", extension: "png" },
  "image/webp": { format: "webp", extension: "webp" },
};
/** May move; the last is a PNG that sharp would show the first picture of. */
const moving = new Set(["image/gif", "image/webp", "image/apng"]);
/** A photo of a phone's screen and below is done in a moment, and need not wait for large ones. */
const smallPixels = 4_000_000;
/** So many pictures of one sender wait beside the one at work. */
const mostWaiting = 2;

sharp.cache(false);
// One of each at a time: a large picture takes up to 150 MB and a core for seconds.
const lines = { small: fairLine(mostWaiting), large: fairLine(mostWaiting) };

/**
 * Writes a picture anew, upright, at most 4,000 pixels wide and high and without what else its file told (place,
 * camera), and a small one beside it, into `folder`; moving ones keep their frames. Null for what is no picture, cannot
 * be decoded in time or has more than 50 million pixels or 16,383 in a row. Senders take turns by `owner`; `busy` when
 * two pictures of the owner wait already.
 */
export async function prepareImage(
  path: string,
  mimeType: string,
  folder: string,
  owner: string,
): Promise<PreparedImage | "busy" | null> {
  if (!outputs[mimeType] && !moving.has(mimeType)) return null;
  try {
    const { width, height, pages = 1 } = await open(path).metadata();
    if (Math.max(width, height) > maxSide) return null;
    const line = width * height > smallPixels ? lines.large : lines.small;
    const output = outputs[mimeType];
    const prepared = line.run(owner, () =>
      !output || (pages > 1 && moving.has(mimeType))
        ? keepMoving(path, mimeType, folder, { width, height })
        : writeAnew(path, folder, output),
    );
    return prepared ? await prepared : "busy";
  } catch (error) {
    // Broken, or a bomb: it stays a file that can be downloaded.
    logger.info({ err: error, mimeType }, "a picture could not be decoded");
    return null;
  }
}

function open(path: string): Sharp {
  return sharp(path, { limitInputPixels: maxPixels, failOn: "error" });
}

async function writeAnew(
  path: string,
  folder: string,
  { format, extension }: Output,
): Promise<PreparedImage> {
  const newPath = join(folder, "picture");
  const written = await open(path)
    .autoOrient()
    .resize(within(keptSide))
    .toFormat(format, formatOptions[format])
    .timeout({ seconds: patienceSeconds })
    .toFile(newPath);
  // Of the new one: it is upright, and sooner decoded.
  const thumbnailPath = await writeThumbnail(newPath, folder);
  const size = { width: written.width, height: written.height };
  return { path: newPath, mimeType: `image/${format}`, extension, ...size, thumbnailPath };
}

/** Decoding and writing every frame would take minutes. */
async function keepMoving(
  path: string,
  mimeType: string,
  folder: string,
  size: { width: number; height: number },
): Promise<PreparedImage | null> {
  const stripped = stripMetadata(await readFile(path), mimeType);
  if (!stripped) return null;
  const newPath = join(folder, "picture");
  await writeFile(newPath, stripped);
  const extension = mimeType === "image/apng" ? "png" : mimeType.replace("image/", "");
  return {
    path: newPath,
    mimeType,
    extension,
    ...size,
    thumbnailPath: await writeThumbnail(newPath, folder),
  };
}

async function writeThumbnail(path: string, folder: string): Promise<string> {
  const thumbnailPath = join(folder, "thumbnail");
  await open(path)
    .resize(within(thumbnailSide))
    .webp({ quality: 75, effort: 2 })
    .timeout({ seconds: patienceSeconds })
    .toFile(thumbnailPath);
  return thumbnailPath;
}

function within(side: number): ResizeOptions {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true };
}
