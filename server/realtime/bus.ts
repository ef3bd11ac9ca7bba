/** What travels between processes: a topic, and a passing hint for those who watch it (never a row's content). */
export type Wake = { topic: string; hint?: unknown };

/** Carries wakes to every process. At most once and unordered between topics: a subscriber reads rows to be sure. */
export type Bus = {
  /** Throws when the wakes could not be handed over. */
  publish(wakes: Wake[]): Promise<void>;
  /** Starts listening; `onGap` is called when wakes may have been lost. */
  start(onWake: (wake: Wake) => void, onGap: () => void): void;
  /** What hinders it now, in words for the operator; null when nothing does. */
  trouble(): string | null;
  stop(): Promise<void>;
};
