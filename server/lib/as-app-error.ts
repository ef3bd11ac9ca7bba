import { databaseIsAway } from "@/server/lib/database-is-away";
import { AppError } from "@/server/lib/errors";

const retryAfterSeconds = 5;

/** What a transport may tell of an error: a refusal as it is, a database that is away as `unavailable`; else null. */
export function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!databaseIsAway(error)) return null;
  return new AppError(
    "unavailable",
    "database_unavailable",
    "Our database does not answer right now. Please try again in a moment.",
    retryAfterSeconds,
  );
}
