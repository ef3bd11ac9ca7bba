import type { FileKind, OutgoingFile } from "@/server/providers/provider";
import { uploadKind, uploadLimit } from "@/server/providers/telegram/upload-kind";

/** One way to send a file: as what, and by Telegram's id or by our bytes. */
export type MediaWay = { kind: FileKind; by: "id" | "bytes" };

/** How a file may go, best first: by its id, by its bytes, by its bytes as a plain document. None: it cannot. */
export function mediaWays(file: OutgoingFile): MediaWay[] {
  const ways: MediaWay[] = file.externalFileId ? [{ kind: file.kind, by: "id" }] : [];
  if (!file.fileId || (file.sizeBytes ?? 0) > uploadLimit) return ways;
  const kind = uploadKind(file);
  ways.push({ kind, by: "bytes" });
  if (kind !== "document") ways.push({ kind: "document", by: "bytes" });
  return ways;
}
