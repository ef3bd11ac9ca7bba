import type { Prisma } from "@/prisma/generated/client";
import { archivePath } from "@/server/domain/files/archive-path";
import { db } from "@/server/lib/db";
import type { ZipEntry } from "@/server/lib/zip-stream";
import { storage } from "@/server/storage/chosen-storage";

const batchSize = 100;
/** What an archive of the old format holds, with room for its texts. */
const mostBytes = 3.5 * 1024 ** 3;
const mostFiles = 60_000;

/** Whether the files fit into one archive; together they must stay below 3.5 GB and 60,000. */
export async function filesFit(where: Prisma.FileWhereInput): Promise<boolean> {
  const { _sum, _count } = await db.file.aggregate({ where, _sum: { sizeBytes: true }, _count: true });
  return Number(_sum.sizeBytes ?? 0) <= mostBytes && _count <= mostFiles;
}

/** The files' bytes for an archive, one after another; one whose bytes are gone is left out. */
export async function* exportFiles(where: Prisma.FileWhereInput): AsyncGenerator<ZipEntry> {
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const files = await db.file.findMany({
      where: { AND: [where, { id: { gt: last } }] },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    for (const file of files) {
      const found = await storage.get(file.storageKey);
      if (found) yield { name: archivePath(file), content: found.stream, packed: true };
    }
    if (files.length < batchSize) return;
    last = files.at(-1)?.id ?? last;
  }
}
