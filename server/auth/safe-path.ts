/** A path of this site from a query, else `fallback`: what leads elsewhere (`//x`, `/\x`, `https:`) is not followed. */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(value)) return fallback;
  return value;
}
