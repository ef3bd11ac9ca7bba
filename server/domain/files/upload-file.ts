import type { Readable } from "node:stream";
import { fileLink } from "@/server/domain/files/file-link";
import { kindOfFile } from "@/server/domain/files/kind-of-file";
import { MAX_FILE_BYTES, type UploadedFileView } from "@/server/domain/files/schema";
import { storeFile } from "@/server/domain/files/store-file";
import type { CustomerActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";

/**
 * Takes in a file that a customer may then attach to a message; unsent it is gone after a day. Throws `too_large`,
 * `bad_input` (`empty`, `interrupted`) or `unavailable` (`storage_full`, `storage_down`).
 */
export async function uploadFile(
  actor: CustomerActor,
  upload: { stream: Readable; announcedBytes?: number; fileName?: string; mimeType?: string },
): Promise<UploadedFileView> {
  const { announcedBytes, ...incoming } = upload;
  if (announcedBytes !== undefined && announcedBytes > MAX_FILE_BYTES) throw tooLarge();
  const { workspaceId, contactId, resourceId } = actor;
  const stored = await storeFile({ ...incoming, workspaceId, owner: { contactId, resourceId } });
  if (!stored.ok) {
    if (stored.reason === "too_large") throw tooLarge();
    throw new AppError("bad_input", "empty", "The file is empty.");
  }
  const { file } = stored;
  return {
    id: file.id,
    kind: uploadKind(kindOfFile(file)),
    fileName: file.fileName,
    mimeType: file.mimeType,
    sizeBytes: file.sizeBytes,
    width: file.width,
    height: file.height,
    thumbnailUrl: file.thumbnailKey && fileLink(file, { variant: "thumbnail" }),
  };
}

function uploadKind(kind: ReturnType<typeof kindOfFile>): UploadedFileView["kind"] {
  if (kind === "animation") return "photo";
  return kind === "photo" || kind === "video" || kind === "audio" ? kind : "document";
}

function tooLarge(): AppError {
  return new AppError("too_large", "too_large", `A file may have at most ${MAX_FILE_BYTES / 2 ** 20} MB.`);
}
