import { z } from "@hono/zod-openapi";

const refusal = z
  .object({ error: z.object({ code: z.string(), message: z.string() }) })
  .openapi("Refusal", { example: { error: { code: "scope", message: "This API key lacks the scope." } } });

const told = (description: string) => ({ description, content: { "application/json": { schema: refusal } } });

/** How every route of the API may refuse, for its description. */
export const refusals = {
  400: told("The input is not valid."),
  401: told("The API key is missing, unknown, revoked or expired."),
  403: told("The API key lacks the scope."),
  429: told("Too many requests; see the header Retry-After."),
};
