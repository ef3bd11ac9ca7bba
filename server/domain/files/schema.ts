import { z } from "zod";
import type { OutgoingMedia } from "@/server/providers/provider";

/** Largest file we take in, in bytes; also the most that Telegram's getFile hands out. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Most files of one message: Telegram's limit of an album. */
export const MAX_FILES_PER_MESSAGE = 10;

export type AttachmentKindName = OutgoingMedia["kind"];

/** What an attachment says beside its bytes; each field only where its kind has it. */
export const attachmentDetails = z.object({
  durationSeconds: z.number().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** Of a sticker. */
  emoji: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  /** Of a place. */
  title: z.string().optional(),
  address: z.string().optional(),
  phoneNumber: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
});
export type AttachmentDetails = z.infer<typeof attachmentDetails>;

/** An attachment as a message brings it in: with the provider's id of the file, or with a file we keep already. */
export type AttachmentDraft = {
  kind: AttachmentKindName;
  externalFileId?: string;
  /** The resource it came by, where that is not the one of its conversation. */
  resourceId?: number;
  fileId?: string;
  fileName?: string;
  mimeType?: string;
  sizeBytes?: number;
  details?: AttachmentDetails;
};

/** Answer of POST /api/files: a stored file that its uploader may now attach to a message. */
export type UploadedFileView = {
  id: string;
  kind: "photo" | "video" | "audio" | "document";
  fileName: string;
  mimeType: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  /** Signed, expiring; null for what is no picture. */
  thumbnailUrl: string | null;
};

/** An attachment as its reader sees it. Links are signed, relative to our origin, and good for at least 12 h. */
export type AttachmentView = {
  id: number;
  kind: AttachmentKindName;
  state: "ready" | "fetching" | "failed";
  /** Why a `failed` one has no bytes: too large for us, no longer with the provider, no file we take, or more than we take in a day. */
  reason: "too_large" | "gone" | "refused" | "day_limit" | null;
  fileName: string | null;
  mimeType: string | null;
  sizeBytes: number | null;
  /** The file; opened in the browser when it is harmless there, else downloaded. */
  url: string | null;
  /** The same file, always downloaded. */
  downloadUrl: string | null;
  thumbnailUrl: string | null;
  details: AttachmentDetails;
  /** What is said in a recording; null where nobody asked, or its bytes are missing. */
  transcript: {
    state: "queued" | "ready" | "silent" | "failed";
    text: string;
    /** Why a `failed` one has no words: a format that the speech service does not take, or the service itself. */
    reason: "unsupported" | "service" | null;
  } | null;
};
