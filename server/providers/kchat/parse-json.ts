import { z } from "zod";

/** What Node's JSON can do beyond the language's older description: https://tc39.es/proposal-json-parse-with-source/. */
const json = JSON as unknown as {
  parse(
    text: string,
    revive: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): object;
};

/** Parses KChat's JSON: whole numbers beyond 2^53, which ids may be, come as text, digit for digit. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  return json.parse(text, (_key, value, { source }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? "")
      ? source
      : value,
  );
}

/** An id of KChat's, a 64-bit number that we keep as text. */
export const kchatId = z
  .union([z.string().regex(/^-?\d{1,19}$/), z.number().int()])
  .transform((id) => String(id));

/** An id as the number that KChat's JSON wants, for JSON.stringify. */
export function asNumber(id: string): object {
  return json.rawJSON(id);
}
