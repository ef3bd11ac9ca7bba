import { type ProcessIdentity, processIdentity } from "./process-identity";

/** Whether exactly that process still runs (not merely another one that got its pid). */
export function isRunning(identity: ProcessIdentity): boolean {
  return processIdentity(identity.pid)?.startedAt === identity.startedAt;
}
