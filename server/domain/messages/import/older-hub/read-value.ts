/** A text of a column; null for none. */
export function readText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.trim() === "" ? null : text;
}

/** A whole number as the provider writes ids; null for anything else. */
export function readId(value: unknown): string | null {
  const text = readText(value);
  return text && /^-?\d{1,19}$/.test(text) ? text : null;
}

/** Yes or no in any of the ways tables say it. */
export function readFlag(value: unknown): boolean {
  return value === true || /^(true|t|yes|y|1|да)$/i.test(readText(value) ?? "");
}

/** A share from 0 to 1; percents too. */
export function readShare(value: unknown): number {
  const number = Number(readText(value) ?? Number.NaN);
  if (!Number.isFinite(number) || number < 0) return 0.5;
  return Math.min(1, number > 1 ? number / 100 : number);
}

/** A moment: a timestamp, seconds or milliseconds since 1970; null for anything else. */
export function readMoment(value: unknown): Date | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  const text = readText(value);
  if (!text) return null;
  const number = Number(text);
  const at = Number.isFinite(number) ? new Date(number > 1e11 ? number : number * 1000) : new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
