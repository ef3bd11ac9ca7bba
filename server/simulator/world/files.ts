import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { StoredFile, World } from "./world";

const FOLDERS: Record<string, string> = {
  photo: "photos",
  voice: "voice",
  audio: "music",
  video: "videos",
  video_note: "video_notes",
  animation: "animations",
  sticker: "stickers",
};

const EXTENSIONS: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "audio/ogg": "oga",
  "audio/mpeg": "mp3",
  "video/mp4": "mp4",
  "application/pdf": "pdf",
};

/** The folder in which files of a kind lie at Telegram. */
export function folderOf(kind: string): string {
  return FOLDERS[kind] ?? "documents";
}

/** Keeps a file and gives it the ids and the path Telegram would. File ids are the same for every bot. */
export function storeFile(
  world: World,
  kind: string,
  file: { bytes: Uint8Array; name: string; mime: string },
): StoredFile {
  const uniqueId = `AQAD${randomBytes(8).toString("base64url")}`;
  const fromName = file.name.includes(".") ? file.name.split(".").at(-1) : undefined;
  const extension = (EXTENSIONS[file.mime] ?? fromName ?? "bin").replace(/[^a-z0-9]/gi, "");
  const stored: StoredFile = {
    id: `AgACAgIAAx${randomBytes(18).toString("base64url")}_${uniqueId}`,
    uniqueId,
    path: `${folderOf(kind)}/file_${world.state.files.size}.${extension}`,
    size: file.bytes.byteLength,
    mime: file.mime,
    name: file.name,
  };
  world.state.files.set(stored.id, stored);
  if (world.filesFolder) {
    mkdirSync(world.filesFolder, { recursive: true, mode: 0o700 });
    writeFileSync(join(world.filesFolder, uniqueId), file.bytes, { mode: 0o600 });
  } else {
    world.fileBytes.set(stored.id, file.bytes);
  }
  return stored;
}

/** The bytes of a stored file. */
export function readStoredFile(world: World, file: StoredFile): Uint8Array {
  const inMemory = world.fileBytes.get(file.id);
  if (inMemory) return inMemory;
  if (!world.filesFolder) throw new Error(`file ${file.id} has no bytes`);
  return readFileSync(join(world.filesFolder, file.uniqueId));
}

/** Whether the bytes begin as a PNG, JPEG, WebP, GIF or BMP does. */
export function isImage(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return /^(\x89PNG|\xff\xd8|GIF8|BM|RIFF.{4}WEBP)/s.test(start);
}

/** Width and height of a PNG or JPEG; other formats get 800×600. */
export function imageSize(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length > 4 && view.getUint16(0) === 0xffd8) {
    let at = 2;
    while (at + 9 < bytes.length && bytes[at] === 0xff) {
      const marker = view.getUint8(at + 1);
      if (marker >= 0xc0 && marker <= 0xc3) {
        return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      }
      at += 2 + view.getUint16(at + 2);
    }
  }
  return { width: 800, height: 600 };
}
