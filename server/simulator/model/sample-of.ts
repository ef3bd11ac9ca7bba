interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: unknown[];
  properties?: Record<string, unknown>;
}

/** The plainest value that fits a JSON schema: first choices, zeros, empty texts and lists. */
export function sampleOf(schema: unknown): unknown {
  if (typeof schema !== "object" || schema === null) return null;
  const { type, enum: choices, const: fixed, anyOf, properties } = schema as Schema;
  if (fixed !== undefined) return fixed;
  if (choices) return choices[0];
  if (anyOf) return sampleOf(anyOf[0]);
  switch (Array.isArray(type) ? type[0] : type) {
    case "object":
      return Object.fromEntries(
        Object.entries(properties ?? {}).map(([name, inner]) => [name, sampleOf(inner)]),
      );
    case "array":
      return [];
    case "string":
      return "";
    case "number":
    case "integer":
      return 0;
    case "boolean":
      return false;
    default:
      return null;
  }
}
