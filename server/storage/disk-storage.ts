import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { access, constants, mkdir, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Storage } from "@/server/storage/storage";

/** Files in a folder, one file a key. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => join(folder, ...key.split("/"));
  return {
    async put(key, stream) {
      const path = pathOf(key);
      // Written beside and moved: a full disk or a crash leaves no half file under the key.
      const partial = `${path}.${randomUUID()}.partial`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await pipeline(stream, createWriteStream(partial));
        const { size } = await stat(partial);
        await rename(partial, path);
        return { sizeBytes: size };
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    async get(key, range) {
      const found = await stat(pathOf(key)).catch(missing);
      if (!found) return null;
      const stream: Readable = createReadStream(pathOf(key), range);
      return { stream, sizeBytes: found.size };
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
      await mkdir(folder, { recursive: true });
      await access(folder, constants.W_OK);
    },
  };
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
