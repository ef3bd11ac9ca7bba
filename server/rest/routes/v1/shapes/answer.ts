import type { z } from "@hono/zod-openapi";
import { refusals } from "@/server/rest/routes/v1/refusals";

/** What every route behind the gate is described with. */
export const security = [{ ApiKey: [] }];

/** An answer of this shape, beside how every route may refuse. */
export function answers<T extends z.ZodType>(description: string, schema: T) {
  return { 200: { description, content: { "application/json": { schema } } }, ...refusals };
}
