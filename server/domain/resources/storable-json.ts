/** Far deeper than any update of a provider's; what is deeper overruns the stack of Node or of Postgres. */
const deepest = 500;

/**
 * The value without what Postgres refuses in jsonb: NUL characters and halves of surrogate pairs. Null where it is
 * nested too deep to be kept at all.
 */
export function storableJson<T extends object>(value: T): T | null {
  if (isTooDeep(value)) return null;
  const json = JSON.stringify(value);
  if (!/\\u0000|\\ud[89a-f]/i.test(json)) return value;
  return JSON.parse(json, (_key, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\u0000", "").toWellFormed() : part,
  );
}

/** Level by level, for a walk that calls itself would be what overruns. */
function isTooDeep(value: object): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((part) => (typeof part === "object" && part !== null ? Object.values(part) : []));
    if (level.length === 0) return false;
  }
  return true;
}
