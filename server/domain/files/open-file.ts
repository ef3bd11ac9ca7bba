import { db } from "@/server/lib/db";
import type { OpenFile } from "@/server/providers/provider";
import { storage } from "@/server/storage/chosen-storage";

/** Opens the bytes of one of a workspace's files for a provider; null when they are gone. */
export function openFileOf(workspaceId: number): OpenFile {
  return async (fileId) => {
    const file = await db.file.findFirst({ where: { id: fileId, workspaceId } });
    return file && storage.get(file.storageKey);
  };
}
