import type { Context } from "hono";
import type { z } from "zod";

/** A control call that cannot be done; answered as `{error: {message}}` with this status. */
export class Problem extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** The JSON body checked by `schema`; a 400 names the first wrong field. */
export async function readBody<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new Problem(400, "the body is not JSON");
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Problem(400, `${issue?.path.join(".") || "body"}: ${issue?.message ?? "invalid"}`);
}
