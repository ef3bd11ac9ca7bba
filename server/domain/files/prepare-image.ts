import { join } from "node:path";
import sharp, { type ResizeOptions } from "sharp";
import { logger } from "@/server/lib/logger";

export type PreparedImage = {
  /** Of the picture to keep: a new one, or the one given where its animation would be lost. */
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
const patienceSeconds = 20;

/** What each type is written as: what browsers and messengers all show. Others are no pictures to us. */
const outputs: Record<string, { format: "jpeg" | "png" | "webp"; extension: string }> = {
  "image/jpeg": { format: "jpeg", extension: "jpg" },
  "image/heic": { format: "jpeg", extension: "jpg" },
  "image/avif": { format: "jpeg", extension: "jpg" },
  "image/png": { format: "png", extension: "png" },
  "image/gif": { format: "png", extension: "png" },
  "image/webp": { format: "webp", extension: "webp" },
};
/** May move; the last is a PNG that sharp would show the first picture of. */
const moving = new Set(["image/gif", "image/webp", "image/apng"]);

sharp.cache(false);
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a picture anew, upright, at most 4,000 pixels wide and high and without what else its file told (place,
 * camera), and a small one beside it, into `folder`. Null for what is no picture, cannot be decoded or has more than 50 million pixels or 16,383 in a row.
 */
export function prepareImage(path: string, mimeType: string, folder: string): Promise<PreparedImage | null> {
  if (!outputs[mimeType] && !moving.has(mimeType)) return Promise.resolve(null);
  // One at a time: a large picture takes up to 150 MB while it is turned.
  const prepared = last.then(() => prepare(path, mimeType, folder));
  last = prepared;
  return prepared;
}

async function prepare(path: string, mimeType: string, folder: string): Promise<PreparedImage | null> {
  const open = () => sharp(path, { limitInputPixels: maxPixels, failOn: "error" });
  try {
    const { width, height, pages = 1 } = await open().metadata();
    if (Math.max(width, height) > maxSide) return null;
    const thumbnailPath = join(folder, "thumbnail");
    const thumbnail = open()
      .autoOrient()
      .resize(within(thumbnailSide))
      .webp({ quality: 75 })
      .timeout({ seconds: patienceSeconds });
    const output = outputs[mimeType];
    if (!output || pages > 1) {
      await thumbnail.toFile(thumbnailPath);
      const extension = mimeType === "image/apng" ? "png" : mimeType.replace("image/", "");
      return { path, mimeType, extension, width, height, thumbnailPath };
    }
    const { format, extension } = output;
    const newPath = join(folder, "picture");
    const written = await open()
      .autoOrient()
      .resize(within(keptSide))
      .toFormat(format, format === "png" ? {} : { quality: 88 })
      .timeout({ seconds: patienceSeconds })
      .toFile(newPath);
    await thumbnail.toFile(thumbnailPath);
    const size = { width: written.width, height: written.height };
    return { path: newPath, mimeType: `image/${format}`, extension, ...size, thumbnailPath };
  } catch (error) {
    // Broken, or a bomb: it stays a file that can be downloaded.
    logger.info({ err: error, mimeType }, "a picture could not be decoded");
    return null;
  }
}

function within(side: number): ResizeOptions {
  return { width: side, height: side, fit: "inside", withoutEnlargement: true };
}
