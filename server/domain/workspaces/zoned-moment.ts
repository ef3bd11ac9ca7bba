const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, made);
  return made;
}

/** The wall clock of a zone at a moment, written as if the zone were UTC: milliseconds, whole seconds. */
export function wallClock(timeZone: string, at: number): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const dayMs = 24 * 3600_000;
const offset = (timeZone: string, at: number) => wallClock(timeZone, at) - Math.floor(at / 1000) * 1000;

/**
 * The moment at which a zone's wall clock shows `wall` (written as if the zone were UTC, milliseconds). A time that a
 * clock change skips is the moment of the change; of one that comes twice `pick` chooses.
 */
export function zonedMoment(timeZone: string, wall: number, pick: "first" | "last"): number {
  const before = offset(timeZone, wall - dayMs);
  const after = offset(timeZone, wall + dayMs);
  const found = [wall - before, wall - after].filter((at) => wallClock(timeZone, at) === wall);
  if (found.length > 0) return pick === "first" ? Math.min(...found) : Math.max(...found);
  // Skipped: the change lies between the two readings.
  let low = Math.min(wall - before, wall - after) - 1000;
  let high = Math.max(wall - before, wall - after) + 1000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offset(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** Whether this is a time zone that the machine knows, by its IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    // Offsets such as +05:45 are accepted too, but they know no summer time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
