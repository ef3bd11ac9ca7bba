import { databaseIsAway } from "@/server/lib/database-is-away";
import { AppError } from "@/server/lib/errors";
import { isUnstorable } from "@/server/lib/is-unstorable";

const retryAfterSeconds = 5;

/**
 * What a transport may tell of an error: a refusal as it is, a database that is away as `unavailable`, a value that it
 * cannot hold (such as a NUL) as `bad_input`; else null.
 */
export function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isUnstorable(error))
    return new AppError(
      "bad_input",
      "unstorable",
      "The input holds characters or dates that cannot be kept.",
    );
  if (!databaseIsAway(error)) return null;
  return new AppError(
    "unavailable",
    "database_unavailable",
    "Our database does not answer right now. Please try again in a moment.",
    retryAfterSeconds,
  );
}
