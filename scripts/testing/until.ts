const lookEveryMs = 25;

/** Looks until something is there (neither false nor nullish) and returns it; throws after the deadline, naming `what`. */
export async function until<Found>(
  what: string,
  look: () => Promise<Found> | Found,
  deadlineMs = 12_000,
): Promise<NonNullable<Exclude<Found, false>>> {
  const end = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== null && found !== undefined)
      return found as NonNullable<Exclude<Found, false>>;
    if (Date.now() > end) throw new Error(`Waited ${deadlineMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
