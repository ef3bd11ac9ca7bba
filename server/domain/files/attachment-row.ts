import { type AttachmentDraft, MAX_FILE_BYTES } from "@/server/domain/files/schema";

/** An attachment as it is stored: bytes still with the provider are fetched by a job; places and contacts have none. */
export function attachmentRow({ details, fileId, ...draft }: AttachmentDraft, position: number) {
  const row = { ...draft, fileId, position, details: details ?? {} };
  if (!draft.externalFileId || fileId) return { ...row, state: "ready" as const };
  // Not asked for: the provider would refuse it, and so would we.
  if ((draft.sizeBytes ?? 0) > MAX_FILE_BYTES)
    return { ...row, state: "failed" as const, errorCode: "too_large" };
  return { ...row, state: "fetching" as const };
}
