import { z } from "@hono/zod-openapi";

const refusal = z
  .object({
    error: z.object({
      code: z.string().openapi({ description: "Stable, for programs." }),
      message: z.string().openapi({ description: "For people." }),
      details: z
        .array(z.object({ field: z.string(), message: z.string() }))
        .optional()
        .openapi({ description: "What is wrong with which field of the input." }),
    }),
    detail: z.string().openapi({ description: "The message once more, for clients of older hubs." }),
  })
  .openapi("Refusal", {
    example: {
      error: { code: "scope", message: "This API key lacks the scope messages:read." },
      detail: "This API key lacks the scope messages:read.",
    },
  });

const told = (description: string) => ({ description, content: { "application/json": { schema: refusal } } });

/** How every route of the API may refuse, for its description. */
export const refusals = {
  400: told("The input is not valid; `details` names the fields."),
  401: told("The API key is missing, unknown, revoked or expired."),
  403: told("The API key lacks the scope."),
  429: told("Too many requests; see the header Retry-After."),
};

/** The refusal of a route that names one thing by its id. */
export const notFound = { 404: told("There is no such thing in this workspace.") };

/** How routes that take a POST may refuse besides. */
export const conflicts = {
  409: told("It was settled already, or the first request with this Idempotency-Key has not ended."),
  413: told("The body is larger than 8 MB."),
  422: told("The Idempotency-Key was used for another request."),
};
