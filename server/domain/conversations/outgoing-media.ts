import { z } from "zod";
import type { Attachment, File } from "@/prisma/generated/client";
import { fileLink } from "@/server/domain/files/file-link";
import { attachmentDetails } from "@/server/domain/files/schema";
import { type Locale, phrase } from "@/server/lib/phrases";
import type { FileKind, OutgoingFile, OutgoingMedia } from "@/server/providers/provider";

/** How long a file can be fetched by the link that stands for it where a channel cannot carry it. */
const linkDays = 30;

/** A message's attachments in their order, each with the file that we keep of it. */
export const withFiles = { orderBy: { position: "asc" }, include: { file: true } } as const;

const place = z.object({
  latitude: z.number(),
  longitude: z.number(),
  title: z.string().optional(),
  address: z.string().optional(),
});
const person = z.object({
  phoneNumber: z.string(),
  firstName: z.string(),
  lastName: z.string().optional(),
});

/** By which resource a conversation's files go out, and by which its customer's came in. */
export type FileWay = { byResourceId: number; ownResourceId: number };

/**
 * Attachments as they go out: by the account that they came in by with the provider's own ids, also for files whose bytes
 * we do not have, or not yet; by another with our bytes. Names what has no name in the reader's language.
 */
export function outgoingMedia(
  attachments: (Attachment & { file: File | null })[],
  locale: Locale,
  way: FileWay,
): OutgoingMedia[] {
  return attachments.map((one) => {
    const attachment = isOfAccount(one, way) ? one : { ...one, externalFileId: null };
    const { kind } = attachment;
    if (kind === "location") {
      const where = place.safeParse(attachment.details);
      return where.success ? { kind, ...where.data } : outgoingFile(attachment, "document", locale);
    }
    if (kind === "contact") {
      const who = person.safeParse(attachment.details);
      return who.success ? { kind, ...who.data } : outgoingFile(attachment, "document", locale);
    }
    return outgoingFile(attachment, kind, locale);
  });
}

/** Whether bytes that are still on their way must come first, for no id of the provider's stands for them. */
export function awaitsBytes(attachments: Attachment[], way: FileWay): boolean {
  return attachments.some((one) => one.state === "fetching" && !isOfAccount(one, way));
}

function isOfAccount({ resourceId }: Attachment, { byResourceId, ownResourceId }: FileWay): boolean {
  return (resourceId ?? ownResourceId) === byResourceId;
}

function outgoingFile(
  { file, details, ...attachment }: Attachment & { file: File | null },
  kind: FileKind,
  locale: Locale,
): OutgoingFile {
  const { durationSeconds, width, height } = attachmentDetails.parse(details);
  const sizeBytes = file?.sizeBytes ?? attachment.sizeBytes;
  return {
    kind,
    fileName:
      file?.fileName ?? attachment.fileName ?? phrase(locale, "Bot.placeholder", { kind: attachment.kind }),
    mimeType: file?.mimeType ?? attachment.mimeType ?? undefined,
    sizeBytes: sizeBytes === null ? undefined : Number(sizeBytes),
    durationSeconds,
    width: file?.width ?? width,
    height: file?.height ?? height,
    externalFileId: attachment.externalFileId ?? undefined,
    fileId: file?.id,
    link: file ? fileLink(file, { days: linkDays }) : undefined,
  };
}
