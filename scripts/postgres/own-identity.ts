import { type ProcessIdentity, processIdentity } from "./process-identity";

/** The identity of this very process. */
export function ownIdentity(): ProcessIdentity {
  return processIdentity(process.pid) ?? { pid: process.pid, startedAt: "unknown" };
}
