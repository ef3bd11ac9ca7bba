import type { Attachment, File } from "@/prisma/generated/client";
import { type AttachmentView, attachmentDetails } from "@/server/domain/files/schema";

/** An attachment as a reader who may see its message sees it. */
export function attachmentView(attachment: Attachment & { file: File | null }): AttachmentView {
  const { file } = attachment;
  return {
    id: attachment.id,
    kind: attachment.kind,
    state: attachment.state,
    reason: null,
    fileName: file?.fileName ?? attachment.fileName,
    mimeType: file?.mimeType ?? attachment.mimeType,
    sizeBytes: file?.sizeBytes ?? (attachment.sizeBytes === null ? null : Number(attachment.sizeBytes)),
    url: null,
    downloadUrl: null,
    thumbnailUrl: null,
    details: attachmentDetails.parse(attachment.details),
  };
}
