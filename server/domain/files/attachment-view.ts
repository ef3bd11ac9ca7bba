import type { Attachment, File, Transcription } from "@/prisma/generated/client";
import { fileLink } from "@/server/domain/files/file-link";
import { type AttachmentView, attachmentDetails } from "@/server/domain/files/schema";

/** An attachment with the file it carries, as far as its reader is told. */
export type ShownAttachment = Pick<
  Attachment,
  "id" | "kind" | "state" | "errorCode" | "fileName" | "mimeType" | "details"
> & {
  sizeBytes: bigint | number | null;
  file: Pick<File, "id" | "fileName" | "mimeType" | "sizeBytes" | "thumbnailKey"> | null;
  /** Left out where nobody reads words of recordings. */
  transcription?: Pick<Transcription, "state" | "text" | "errorCode"> | null;
};

/** An attachment as a reader who may see its message sees it; the links are signed for whoever holds them. */
export function attachmentView(attachment: ShownAttachment): AttachmentView {
  const { file } = attachment;
  return {
    id: attachment.id,
    kind: attachment.kind,
    state: attachment.state,
    reason: attachment.state === "failed" ? reasonOf(attachment.errorCode) : null,
    fileName: file?.fileName ?? attachment.fileName,
    mimeType: file?.mimeType ?? attachment.mimeType,
    sizeBytes: file?.sizeBytes ?? (attachment.sizeBytes === null ? null : Number(attachment.sizeBytes)),
    url: file && fileLink(file),
    downloadUrl: file && fileLink(file, { download: true }),
    thumbnailUrl: file?.thumbnailKey ? fileLink(file, { variant: "thumbnail" }) : null,
    details: attachmentDetails.parse(attachment.details),
    transcript: transcriptOf(attachment),
  };
}

function transcriptOf({ transcription, state }: ShownAttachment): AttachmentView["transcript"] {
  // Without its bytes a recording says by itself why it has no words.
  if (!transcription || state === "failed") return null;
  const { text, errorCode } = transcription;
  const failed = transcription.state === "failed";
  return { state: transcription.state, text, reason: failed ? whyUnheard(errorCode) : null };
}

function whyUnheard(errorCode: string | null): "unsupported" | "service" {
  return errorCode === "unsupported" ? "unsupported" : "service";
}

function reasonOf(errorCode: string | null): NonNullable<AttachmentView["reason"]> {
  const known = ["too_large", "refused", "day_limit"] as const;
  return known.find((reason) => reason === errorCode) ?? "gone";
}
