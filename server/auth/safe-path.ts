/**
 * A path of this site from a query, else `fallback`: what leads elsewhere (`//x`, `/\x`, `https:`) is not followed, nor
 * what does so once its dots are resolved (`/.//x`).
 */
export function safePath(value: unknown, fallback: string): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\s]*$/.test(value)) return fallback;
  const resolved = URL.parse(value, "http://localhost");
  return resolved && !resolved.pathname.startsWith("//") ? value : fallback;
}
