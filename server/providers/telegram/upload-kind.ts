import type { FileKind, OutgoingFile } from "@/server/providers/provider";

/** Telegram's limits for what a bot uploads, in bytes (https://core.telegram.org/bots/api#sending-files). */
export const uploadLimit = 50 * 1024 * 1024;
const photoLimit = 10 * 1024 * 1024;
/** A photo's width and height may not sum up to more, in pixels, nor may one side be longer than this many times the other. */
const photoSides = 10_000;
const photoRatio = 20;

const fits: Record<Exclude<FileKind, "photo" | "document">, RegExp> = {
  voice: /^(audio|application)\/ogg\b|^audio\/opus\b/,
  audio: /^audio\/(mpeg|mp3|mp4|m4a|x-m4a|aac)\b/,
  video: /^video\/mp4\b/,
  video_note: /^video\/mp4\b/,
  animation: /^(image\/gif|video\/mp4)\b/,
  sticker: /^(image\/webp|video\/webm|application\/x-tgsticker)\b/,
};

/** As what Telegram takes the bytes of a file: what it would refuse or spoil in its own kind goes as a document. */
export function uploadKind({ kind, mimeType = "", sizeBytes = 0, width, height }: OutgoingFile): FileKind {
  if (kind === "document") return kind;
  if (kind === "photo") {
    const [short, long] = width && height ? [Math.min(width, height), Math.max(width, height)] : [1, 1];
    const shown = short + long <= photoSides && long / short <= photoRatio && sizeBytes <= photoLimit;
    return shown && /^image\/(jpeg|png)\b/.test(mimeType) ? kind : "document";
  }
  if (fits[kind].test(mimeType)) return kind;
  // A recording that is no OGG can still be listened to.
  return kind === "voice" && fits.audio.test(mimeType) ? "audio" : "document";
}
