/** The present moment; the only place that asks, so that a test can move it. */
export const clock = { now: (): Date => new Date() };
