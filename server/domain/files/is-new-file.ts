import type { Attachment } from "@/prisma/generated/client";
import type { AttachmentDraft } from "@/server/domain/files/schema";

/** Whether a file is none of a message's known ones: the provider may name one differently each time; its kind and size stay. */
export function isNewFile(file: AttachmentDraft, known: Pick<Attachment, "kind" | "sizeBytes">[]): boolean {
  if (!file.externalFileId || file.sizeBytes === undefined) return false;
  return !known.some(({ kind, sizeBytes }) => kind === file.kind && Number(sizeBytes) === file.sizeBytes);
}
