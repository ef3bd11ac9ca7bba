const separators = /[\s().\-–—/ ]+/g;

/**
 * A phone number as digits with `+` in front of its country's code, as far as that can be known: `00` is `+`, and
 * Russia's `8` before ten digits is `+7`. Null for what is no number of 5 to 15 digits (E.164's most).
 */
export function normalisePhone(text: string): string | null {
  const bare = text.trim().replace(/^tel:/i, "").replace(separators, "").replace(/^00/, "+");
  const digits = /^\+?(\d{5,15})$/.exec(bare)?.[1];
  if (!digits) return null;
  if (bare.startsWith("+")) return bare;
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  return digits;
}
