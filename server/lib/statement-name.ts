/** Each is kept in the memory of every connection. */
const mostNames = 250;
const mostSeen = 1000;

const names = new Map<string, string>();
const seen = new Set<string>();

/**
 * The name under which a connection keeps a statement prepared, so that Postgres does not parse and plan it anew each
 * time; "" for none: what came for the first time, and what comes after too many others.
 */
export function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return "";
  if (seen.has(sql)) {
    const name = `assistchat_${names.size}`;
    names.set(sql, name);
    seen.delete(sql);
    return name;
  }
  if (seen.size >= mostSeen) seen.clear();
  seen.add(sql);
  return "";
}
