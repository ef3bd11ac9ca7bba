/** The value without what Postgres refuses in jsonb: NUL characters and halves of surrogate pairs. */
export function storableJson<T extends object>(value: T): T {
  const json = JSON.stringify(value);
  if (!/\\u0000|\\ud[89a-f]/i.test(json)) return value;
  return JSON.parse(json, (_key, part: unknown) =>
    typeof part === "string" ? part.replaceAll("\u0000", "").toWellFormed() : part,
  );
}
