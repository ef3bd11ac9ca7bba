type Day = { day: string } & Record<string, number | string>;

/** Adds up days seven at a time, counted back from the last one; the first part may be shorter. Each knows its `last` day. */
export function weeksOf(days: Day[], series: { key: string }[]): (Day & { last: string })[] {
  const weeks: (Day & { last: string })[] = [];
  for (let end = days.length; end > 0; end -= 7) {
    const part = days.slice(Math.max(0, end - 7), end);
    const [first] = part;
    const last = part.at(-1);
    if (!first || !last) continue;
    const sums = series.map(({ key }) => [key, part.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)]);
    weeks.unshift({ ...Object.fromEntries(sums), day: first.day, last: last.day });
  }
  return weeks;
}
