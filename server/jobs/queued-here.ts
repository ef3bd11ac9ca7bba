import type { JobName } from "@/server/jobs/jobs";

const listeners = new Set<(name: JobName) => void>();

/** Calls `listener` when this process has queued a job that may start at once; returns the way to stop. */
export function onQueued(listener: (name: JobName) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says that a job was queued, and its transaction committed. */
export function tellQueued(name: JobName): void {
  for (const listener of listeners) listener(name);
}
