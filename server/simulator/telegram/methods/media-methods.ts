import { randomInt } from "node:crypto";
import { folderOf, storeFile } from "../../world/files";
import { mediaContent } from "../../world/media-content";
import type { Message } from "../../world/telegram-objects";
import type { StoredFile } from "../../world/world";
import { type Call, type Method, textOf } from "../call";
import { captionOf } from "../caption";
import { checkPhoto } from "../check-photo";
import { postMessage, postMessages } from "../post-message";
import { badRequest, Refusal } from "../refusal";
import { resolveRoom } from "../resolve-room";
import { uploadedType } from "../uploaded-type";

const UPLOAD_LIMIT = 50 * 1024 * 1024;
const DOWNLOAD_LIMIT = 20 * 1024 * 1024;

async function fetched(url: string): Promise<{ bytes: Uint8Array; name: string; mime: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const name = new URL(url).pathname.split("/").at(-1) || "file";
    const mime = response.headers.get("content-type")?.split(";")[0] ?? "application/octet-stream";
    return { bytes: new Uint8Array(await response.arrayBuffer()), name, mime };
  } catch {
    throw badRequest("failed to get HTTP URL content");
  }
}

/** A file that is known already keeps its kind; only what has none of its own goes as a document. */
function checkKind({ path }: StoredFile, kind: string): void {
  const folder = path.split("/")[0] ?? "";
  if (kind === "document" ? folder === "photos" : folder !== folderOf(kind)) {
    throw badRequest(`can't use file of type ${folder} as ${kind}`);
  }
}

/** The file a parameter means: an upload, `attach://` name, file id or URL. */
async function fileOf(call: Call, kind: string, value: unknown): Promise<StoredFile> {
  const attached = typeof value === "string" && value.startsWith("attach://");
  const upload = attached ? call.files.get(value.slice("attach://".length)) : value;
  if (upload instanceof File) {
    if (upload.size === 0) throw badRequest("file must be non-empty");
    if (upload.size > UPLOAD_LIMIT) throw new Refusal(413, "Request Entity Too Large");
    const bytes = new Uint8Array(await upload.arrayBuffer());
    if (kind === "photo") checkPhoto(bytes);
    const mime = await uploadedType(upload, bytes);
    return storeFile(call.world, kind, { bytes, name: upload.name || "file", mime });
  }
  if (typeof upload !== "string" || upload === "")
    throw badRequest(`there is no ${kind.replace("_", " ")} in the request`);
  if (/^https?:\/\//.test(upload)) return storeFile(call.world, kind, await fetched(upload));
  const stored = call.world.state.files.get(upload);
  if (!stored) {
    throw badRequest("wrong remote file identifier specified: Wrong padding in the string");
  }
  checkKind(stored, kind);
  return stored;
}

function send(kind: string): Method {
  return async (call) => {
    const room = resolveRoom(call);
    const caption = captionOf(call);
    const file = await fileOf(call, kind, call.parameters[kind]);
    return postMessage(call, room, { ...mediaContent(call.world, kind, file, call.parameters), ...caption });
  };
}

async function sendMediaGroup(call: Call): Promise<Message[]> {
  const room = resolveRoom(call);
  const media = call.parameters.media as Record<string, unknown>[];
  if (media.length < 2 || media.length > 10) {
    throw badRequest(
      media.length < 2 ? "media group must contain 2-10 items" : "too many messages to send as an album",
    );
  }
  const kinds = new Set(media.map((item) => String(item.type)));
  const mixable = [...kinds].every((kind) => kind === "photo" || kind === "video");
  if (kinds.size > 1 && !mixable) throw badRequest("media types can't be mixed in an album");
  const media_group_id = String(randomInt(2 ** 47));
  const contents: Partial<Message>[] = [];
  for (const item of media) {
    const kind = String(item.type);
    const file = await fileOf(call, kind, item.media);
    contents.push({
      media_group_id,
      ...mediaContent(call.world, kind, file, item),
      ...captionOf(call, item),
    });
  }
  return postMessages(call, room, contents);
}

function getFile(call: Call) {
  const file = call.world.state.files.get(textOf(call, "file_id") ?? "");
  if (!file) throw badRequest("invalid file_id");
  if (file.size > DOWNLOAD_LIMIT) throw badRequest("file is too big");
  return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
}

/** Files of every kind, albums, and looking a file up. */
export const mediaMethods: Record<string, Method> = {
  sendPhoto: send("photo"),
  sendDocument: send("document"),
  sendVoice: send("voice"),
  sendAudio: send("audio"),
  sendVideo: send("video"),
  sendVideoNote: send("video_note"),
  sendAnimation: send("animation"),
  sendSticker: send("sticker"),
  sendMediaGroup,
  getFile,
};
