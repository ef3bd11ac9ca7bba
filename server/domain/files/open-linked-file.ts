import type { Readable } from "node:stream";
import { contentDisposition } from "@/server/domain/files/content-disposition";
import { checkFileLink, type FileGrant } from "@/server/domain/files/file-link";
import { shownInline } from "@/server/domain/files/shown-inline";
import { storageFailure } from "@/server/domain/files/storage-failure";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { storage } from "@/server/storage/chosen-storage";
import type { ByteRange } from "@/server/storage/storage";

export type LinkedFile = {
  mimeType: string;
  /** Value of a Content-Disposition header. */
  disposition: string;
  /** Null for a small picture, whose size nobody wrote down. */
  sizeBytes: number | null;
  /** Where a browser downloads the bytes without us, for five minutes; null where it cannot. */
  address(): Promise<string | null>;
  /** Throws `not_found` when the bytes are gone, `unavailable` when the storage does not answer. */
  open(range?: ByteRange): Promise<{ stream: Readable; sizeBytes: number }>;
};

const addressSeconds = 300;

/**
 * The file that a signed link names, to whoever holds the link. Throws `forbidden` (`link_invalid`, `link_expired`) or
 * `not_found`.
 */
export async function openLinkedFile(grant: FileGrant, signature: string): Promise<LinkedFile> {
  const verdict = checkFileLink(grant, signature);
  if (!verdict.ok) {
    throw verdict.fault === "expired"
      ? new AppError("forbidden", "link_expired", "This link has expired: open the chat again for a new one.")
      : new AppError("forbidden", "link_invalid", "This link is not valid.");
  }
  const file = await db.file.findUnique({ where: { id: grant.id } });
  const small = grant.variant === "thumbnail";
  const key = small ? file?.thumbnailKey : file?.storageKey;
  if (!file || !key) throw gone();
  const mimeType = small ? "image/webp" : file.mimeType;
  const attached = grant.download || !shownInline(file);
  const disposition = contentDisposition(attached, file.fileName);
  return {
    mimeType,
    disposition,
    sizeBytes: small ? null : file.sizeBytes,
    // What our pages show comes from our origin: their Content-Security-Policy knows no other.
    address: async () =>
      attached ? storage.presign(key, { expiresSeconds: addressSeconds, mimeType, disposition }) : null,
    async open(range) {
      const found = await storage.get(key, range).catch((error: unknown) => {
        throw storageFailure(error);
      });
      if (!found) throw gone();
      return found;
    },
  };
}

function gone(): AppError {
  return new AppError("not_found", "file_gone", "This file is no longer here.");
}
