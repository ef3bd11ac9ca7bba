/**
 * Postgres: no valid text (a NUL), no valid JSON text, out of the range of dates or numbers (its documentation, appendix
 * A). Nothing of our own making is any of it.
 */
const sqlStates = new Set(["22021", "22P05", "22P02", "22008", "22009", "22003"]);

/** Whether the database refused a value because nothing can be stored or sought that looks like it. */
export function isUnstorable(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, originalCode, meta, cause } = error as Record<string, unknown>;
  if ([code, originalCode].some((value) => typeof value === "string" && sqlStates.has(value))) return true;
  const adapterError =
    typeof meta === "object" && meta !== null && "driverAdapterError" in meta
      ? meta.driverAdapterError
      : null;
  return isUnstorable(adapterError) || isUnstorable(cause);
}
