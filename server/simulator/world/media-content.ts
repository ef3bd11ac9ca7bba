import { imageSize, readStoredFile } from "./files";
import type { Message } from "./telegram-objects";
import type { StoredFile, World } from "./world";

const number = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);
const given = (source: Record<string, unknown>, ...names: string[]) =>
  Object.fromEntries(names.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]));

function photoSizes(world: World, file: StoredFile) {
  const { width, height } = imageSize(readStoredFile(world, file));
  const size = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, width, height };
  const scale = Math.min(1, 90 / Math.max(width, height));
  if (scale === 1) return [size];
  return [{ ...size, width: Math.round(width * scale), height: Math.round(height * scale) }, size];
}

/** The message fields that carry a file of this kind; durations (s) and names come from `details`. */
export function mediaContent(
  world: World,
  kind: string,
  file: StoredFile,
  details: Record<string, unknown>,
): Partial<Message> {
  const ids = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size };
  const named = { ...ids, file_name: file.name, mime_type: file.mime };
  const duration = number(details.duration, 1);
  const frame = { width: number(details.width, 640), height: number(details.height, 480) };
  switch (kind) {
    case "photo":
      return { photo: photoSizes(world, file) };
    case "voice":
      return { voice: { ...ids, mime_type: file.mime, duration } };
    case "audio":
      return { audio: { ...named, duration, ...given(details, "performer", "title") } };
    case "video":
      return { video: { ...named, ...frame, duration } };
    case "video_note":
      return { video_note: { ...ids, length: number(details.length, 240), duration } };
    case "animation": {
      const animation = { ...named, ...frame, duration };
      return { animation, document: named };
    }
    case "sticker": {
      const shape = { type: "regular", width: 512, height: 512, is_animated: false, is_video: false };
      return { sticker: { ...ids, ...shape, ...given(details, "emoji") } };
    }
    default:
      return { document: named };
  }
}
