import type { ByteRange } from "@/server/storage/storage";

/**
 * The one part that a Range header asks for (RFC 9110), cut to the file; null to send the whole, which is also the
 * answer to several parts or nonsense; "unsatisfiable" when it begins after the end.
 */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | null | "unsatisfiable" {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = match ?? [];
  if (from === "" && to === "") return null;
  if (from === "") {
    const length = Number(to);
    if (length === 0) return "unsatisfiable";
    return { start: Math.max(0, sizeBytes - length), end: sizeBytes - 1 };
  }
  const start = Number(from);
  const end = to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (to !== "" && Number(to) < start) return null;
  return start >= sizeBytes ? "unsatisfiable" : { start, end };
}
