import type { Readable } from "node:stream";
import type { Uploader } from "@/server/domain/files/claim-uploads";
import { fileLink } from "@/server/domain/files/file-link";
import { kindOfFile } from "@/server/domain/files/kind-of-file";
import { MAX_FILE_BYTES, type UploadedFileView } from "@/server/domain/files/schema";
import { type BudgetOwner, spentBudget } from "@/server/domain/files/spent-budget";
import { storeFile } from "@/server/domain/files/store-file";
import { AppError } from "@/server/lib/errors";

/** A page sends three; as many again may hang on a line that just broke. */
const mostAtOnce = 6;

const spentWords = {
  unsent_limit: "200 MB of files wait to be sent already. Please send them first.",
  day_limit: "You have sent 1 GB of files within a day. Please send more tomorrow.",
};

/** What the sender says of a file, and its bytes; nothing of it is believed. */
export type IncomingUpload = {
  stream: Readable;
  announcedBytes?: number;
  fileName?: string;
  mimeType?: string;
};

/**
 * Takes in a file that a customer or member may then attach to a message; unsent it is gone after a day. Throws `too_large`,
 * `bad_input` (`empty`, `interrupted`, `too_slow`), `unavailable` (`storage_full`, `storage_down`) or `rate_limited`
 * (`uploads_busy`, `unsent_limit`, `day_limit`).
 */
export async function uploadFile(actor: Uploader, upload: IncomingUpload): Promise<UploadedFileView> {
  const { announcedBytes, ...incoming } = upload;
  if (announcedBytes !== undefined && announcedBytes > MAX_FILE_BYTES) throw tooLarge();
  const owner = ownerOf(actor);
  const spent = await spentBudget(owner, announcedBytes ?? 0);
  if (spent) throw new AppError("rate_limited", spent, spentWords[spent]);
  const { workspaceId, resourceId } = actor;
  const stored = await oneOfFew(JSON.stringify(owner), () =>
    storeFile({ ...incoming, workspaceId, resourceId, ...owner }),
  );
  if (!stored.ok) {
    if (stored.reason === "too_large") throw tooLarge();
    if (stored.reason === "busy") throw busy();
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

function ownerOf(actor: Uploader): BudgetOwner {
  if (actor.kind === "customer") return { contactId: actor.contactId };
  return { workspaceId: actor.workspaceId, userId: actor.userId };
}

/** Uploads that are under way in this process, by who sends them. */
const underWay = new Map<string, number>();

async function oneOfFew<Result>(who: string, upload: () => Promise<Result>): Promise<Result> {
  const others = underWay.get(who) ?? 0;
  if (others >= mostAtOnce) throw busy();
  underWay.set(who, others + 1);
  try {
    return await upload();
  } finally {
    const left = (underWay.get(who) ?? 1) - 1;
    if (left > 0) underWay.set(who, left);
    else underWay.delete(who);
  }
}

function busy(): AppError {
  return new AppError(
    "rate_limited",
    "uploads_busy",
    "Other files of yours are still coming in. Please try this one again in a moment.",
    5,
  );
}

function uploadKind(kind: ReturnType<typeof kindOfFile>): UploadedFileView["kind"] {
  if (kind === "animation") return "photo";
  return kind === "photo" || kind === "video" || kind === "audio" ? kind : "document";
}

function tooLarge(): AppError {
  return new AppError("too_large", "too_large", `A file may have at most ${MAX_FILE_BYTES / 2 ** 20} MB.`);
}
