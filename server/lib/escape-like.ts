/** A text as a part of an SQL pattern (LIKE, and Prisma's `contains`, which is one): `%`, `_` and backslashes stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
