import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, opendir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { type RequireRoom, requireRoom } from "@/server/storage/require-room";
import type { Storage } from "@/server/storage/storage";

/** What customers send is for the product's own user only. */
const ownFolder = { recursive: true, mode: 0o700 };
const ownFile = { mode: 0o600 };

/** Files in a folder, one file a key; keeps nothing more once the disk is nearly full. */
export function diskStorage(folder: string, room: RequireRoom = requireRoom): Storage {
  function pathOf(key: string): string {
    const parts = key.split("/");
    const leadsOut = parts.some(
      (part) => part === "" || part === "." || part === ".." || /[\\\0]/.test(part),
    );
    if (leadsOut) throw new Error("A key of storage must name a file inside its folder");
    return join(folder, ...parts);
  }

  return {
    async put(key, stream, { sizeBytes }) {
      const path = pathOf(key);
      // Written beside and moved: a full disk or a crash leaves no half file under the key.
      const partial = `${path}.${randomUUID()}.partial`;
      await mkdir(dirname(path), ownFolder);
      try {
        await room(folder, sizeBytes);
        await pipeline(stream, createWriteStream(partial, ownFile));
        const { size } = await stat(partial);
        if (size !== sizeBytes) throw new Error(`Expected ${sizeBytes} bytes and got ${size}`);
        await rename(partial, path);
      } catch (error) {
        stream.destroy();
        await rm(partial, { force: true });
        throw error;
      }
    },
    async get(key, range) {
      const path = pathOf(key);
      const found = await stat(path).catch(missing);
      return found && { stream: createReadStream(path, range), sizeBytes: found.size };
    },
    async delete(keys) {
      for (const key of keys) await rm(pathOf(key), { force: true });
    },
    async *list() {
      const entries = await opendir(folder, { recursive: true }).catch(missing);
      if (!entries) return;
      for await (const entry of entries) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(missing);
        if (found) yield { key: relative(folder, path).split(sep).join("/"), writtenAt: found.mtime };
      }
    },
    async presign() {
      return null;
    },
    async check() {
      const path = join(folder, `.check-${randomUUID()}`);
      await mkdir(folder, ownFolder);
      await room(folder, 0);
      try {
        await writeFile(path, "ok", ownFile);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
