import type { Prisma } from "@/prisma/generated/client";
import { archivePath } from "@/server/domain/files/archive-path";

/** What an archive's attachment is made of. */
export const archivedAttachmentFields = {
  kind: true,
  fileName: true,
  details: true,
  file: { select: { id: true, fileName: true } },
  transcription: { select: { text: true } },
} satisfies Prisma.AttachmentSelect;

/** An attachment as an archive tells of it: its file under the name of `archivePath`, and the words heard in it. */
export function archivedAttachment({
  file,
  transcription,
  ...attachment
}: Prisma.AttachmentGetPayload<{ select: typeof archivedAttachmentFields }>) {
  return { ...attachment, file: file && archivePath(file), transcript: transcription?.text ?? null };
}
