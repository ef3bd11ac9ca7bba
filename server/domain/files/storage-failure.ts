import { AppError } from "@/server/lib/errors";
import { logger } from "@/server/lib/logger";

/** No room, a quota, the largest file of the file system or of the process, a disk that only reads. */
const full = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);

/** Says in the user's words that files cannot be kept or read now; the operator finds the cause in the log. */
export function storageFailure(error: unknown): AppError {
  logger.error({ err: error }, "the storage of files failed");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return full.has(code)
    ? new AppError(
        "unavailable",
        "storage_full",
        "There is no room for files right now. Text still gets through.",
      )
    : new AppError(
        "unavailable",
        "storage_down",
        "Files cannot be reached right now. Text still gets through.",
      );
}
