const dayMs = 86_400_000;

/** The weeks, from Monday, that a month (`2026-02`) touches, as days `2026-02-16`. */
export function monthWeeks(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (
    let start = first - before * dayMs;
    weeks.length === 0 || isoDay(start).startsWith(month);
    start += 7 * dayMs
  )
    weeks.push(Array.from({ length: 7 }, (_, day) => isoDay(start + day * dayMs)));
  return weeks;
}

/** The day that lies so many days later, or earlier when negative. */
export function addDays(day: string, count: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + count * dayMs);
}

/** The month that lies so many months later, or earlier when negative. */
export function addMonths(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
