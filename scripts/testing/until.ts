const firstPauseMs = 15;
const longestPauseMs = 150;

/**
 * Looks until something is there (neither false nor nullish) and returns it; throws after the deadline, naming `what`.
 * What takes long is looked at less often: looking takes work that what is waited for needs too.
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found> | Found,
  deadlineMs = 25_000,
): Promise<NonNullable<Exclude<Found, false>>> {
  const began = Date.now();
  for (;;) {
    const found = await look();
    if (found !== false && found !== null && found !== undefined)
      return found as NonNullable<Exclude<Found, false>>;
    const waitedMs = Date.now() - began;
    if (waitedMs > deadlineMs) throw new Error(`Waited ${deadlineMs} ms in vain: ${what}`);
    const pauseMs = Math.min(Math.max(firstPauseMs, waitedMs / 5), longestPauseMs);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
