/** What Prisma says when it cannot reach the database (https://www.prisma.io/docs/orm/reference/error-reference). */
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"]);
const socketCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EPIPE",
]);
/** Postgres: connection exceptions, starting or stopping, too many connections (its documentation, appendix A). */
const sqlStates = /^(08...|57P0[1-5]|53300)$/;
const adapterKinds = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionAlreadyClosed",
]);
const words =
  /connection terminated|connection ended|connection error and is not queryable|timeout exceeded when trying to connect/i;

/** Whether an error says that the database cannot be reached now, which passes by itself, rather than that we erred. */
export function databaseIsAway(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, kind, originalCode, message, meta, cause } = error as Record<string, unknown>;
  for (const value of [code, originalCode]) {
    if (typeof value !== "string") continue;
    if (prismaCodes.has(value) || socketCodes.has(value) || sqlStates.test(value)) return true;
  }
  if (typeof kind === "string" && adapterKinds.has(kind)) return true;
  if (typeof message === "string" && words.test(message)) return true;
  const adapterError =
    typeof meta === "object" && meta !== null && "driverAdapterError" in meta
      ? meta.driverAdapterError
      : null;
  return databaseIsAway(adapterError) || databaseIsAway(cause);
}
