import type { File } from "@/prisma/generated/client";

/** Where a file stands in an export: by its id, as names come twice. */
export function archivePath({ id, fileName }: Pick<File, "id" | "fileName">): string {
  return `files/${id}-${fileName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_")}`;
}
