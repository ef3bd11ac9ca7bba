import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { File } from "@/prisma/generated/client";
import { detectType } from "@/server/domain/files/detect-type";
import { type PreparedImage, prepareImage } from "@/server/domain/files/prepare-image";
import { safeFileName } from "@/server/domain/files/safe-file-name";
import { MAX_FILE_BYTES } from "@/server/domain/files/schema";
import { type SpooledFile, spoolFile } from "@/server/domain/files/spool-file";
import { storageFailure } from "@/server/domain/files/storage-failure";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { storage } from "@/server/storage/chosen-storage";

export type IncomingFile = {
  workspaceId: number;
  stream: Readable;
  /** What the sender says it is; neither is believed. */
  fileName?: string;
  mimeType?: string;
  /** The customer who sends it; none for a manager's. */
  contactId?: number;
  /** With whose bot its uploader may attach it; none for what came from a provider. */
  resourceId?: number;
  /** The member who sends it by the browser. */
  userId?: number;
};

/**
 * Takes a file in, from a page or from a provider: at most MAX_FILE_BYTES, type told by the bytes, pictures written anew
 * with a small one beside. `busy` when too many pictures of the same sender wait to be written. Throws AppError
 * `unavailable` when files cannot be kept now and `bad_input` when the stream broke (`interrupted`) or crept (`too_slow`).
 * Nothing is kept of what was not taken.
 */
export async function storeFile(
  incoming: IncomingFile,
): Promise<{ ok: true; file: File } | { ok: false; reason: "too_large" | "empty" | "busy" }> {
  const taken = await spoolFile(incoming.stream, MAX_FILE_BYTES);
  if (!taken.ok) return taken;
  try {
    const file = await keep(incoming, taken.spooled);
    return file ? { ok: true, file } : { ok: false, reason: "busy" };
  } finally {
    await taken.spooled.discard();
  }
}

async function keep(incoming: IncomingFile, spooled: SpooledFile): Promise<File | null> {
  const { workspaceId, contactId, resourceId, userId } = incoming;
  const detected = await detectType(spooled.path, incoming.mimeType);
  const image = await prepareImage(
    spooled.path,
    detected.mimeType,
    spooled.folder,
    contactId ? `contact ${contactId}` : userId ? `user ${userId}` : `workspace ${workspaceId}`,
  );
  if (image === "busy") return null;
  const id = randomUUID();
  const storageKey = `${workspaceId}/${id}`;
  const thumbnailKey = image && `${storageKey}.thumbnail`;
  const { mimeType } = image ?? detected;
  try {
    const sizeBytes = await put(storageKey, image?.path ?? spooled.path, mimeType);
    if (image && thumbnailKey) await put(thumbnailKey, image.thumbnailPath, "image/webp");
    return await db.file.create({
      data: {
        id,
        workspaceId,
        storageKey,
        thumbnailKey,
        fileName: safeFileName(incoming.fileName, image ?? detected),
        mimeType,
        sizeBytes,
        ...sizeOf(image),
        contactId,
        resourceId,
        userId,
        createdAt: clock.now(),
      },
    });
  } catch (error) {
    // What cannot be removed either is swept later.
    await storage.delete([storageKey, `${storageKey}.thumbnail`]).catch(() => {});
    throw error;
  }
}

async function put(key: string, path: string, mimeType: string): Promise<number> {
  try {
    const { size: sizeBytes } = await stat(path);
    await storage.put(key, createReadStream(path), { mimeType, sizeBytes });
    return sizeBytes;
  } catch (error) {
    throw storageFailure(error);
  }
}

function sizeOf(image: PreparedImage | null): { width: number | null; height: number | null } {
  return { width: image?.width ?? null, height: image?.height ?? null };
}
