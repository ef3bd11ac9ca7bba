import { imageSize, isImage } from "../world/files";
import { badRequest } from "./refusal";

const PHOTO_LIMIT = 10 * 1024 * 1024;

/** Refuses what Telegram shows as no photo: over 10 MB, no image, sides over 10,000 together, longer than 20:1. */
export function checkPhoto(bytes: Uint8Array): void {
  if (bytes.byteLength > PHOTO_LIMIT) {
    const size = `file of size ${bytes.byteLength} bytes is too big for a photo`;
    throw badRequest(`${size}; the maximum size is ${PHOTO_LIMIT} bytes`);
  }
  if (!isImage(bytes)) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = imageSize(bytes);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (short + long > 10_000 || long > 20 * short) throw badRequest("PHOTO_INVALID_DIMENSIONS");
}
