/** Postgres (its documentation, appendix A): division by zero, a double, deadlock, write conflict. */
const sqlStates = new Set(["22012", "23505", "40P01", "40001"]);

/**
 * Whether a statement that stands for a whole transaction was undone because it met others at work: its job was being
 * started (such statements divide by zero then), the same came twice, or two waited for each other.
 */
export function wasUndone(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && typeof error.code === "string" && sqlStates.has(error.code)
  );
}
