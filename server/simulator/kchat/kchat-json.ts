/** A 64-bit number as decimal text: JavaScript's own numbers lose the last digits of the large ones. */
export type KchatId = string;

const exact = JSON as unknown as {
  rawJSON(text: string): object;
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
};

/** What `JSON.stringify` writes as the bare number `id`, all digits kept. */
export function long(id: KchatId): object {
  return exact.rawJSON(id);
}

/** Reads JSON with integers beyond 2^53 as decimal text; throws a SyntaxError as `JSON.parse` does. */
export function parseKchatJson(text: string): unknown {
  return exact.parse(text, (_key, value, { source }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? "")
      ? source
      : value,
  );
}
