import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { EVENT_TYPES } from "@/server/providers/event-types";
import type { FieldMeta } from "@/server/providers/form";

/** A signing secret as Standard Webhooks writes it: 24 to 64 bytes in base64 after a mark. */
const secret = z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/);

/** A new signing secret of 32 random bytes. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** Nothing here is typed by anybody: it is made with the resource, and the secret is shown when it is renewed. */
export const webhookCredentials = z.object({
  /** What makes a webhook one, whatever its address: two may go to the same. */
  id: z
    .uuid()
    .default(() => randomUUID())
    .meta({ hidden: true } satisfies FieldMeta),
  secret: secret.default(newSecret).meta({ hidden: true } satisfies FieldMeta),
  /** The secret of before, which signs too until `until`, so that the receiver can change over. */
  previous: z
    .object({ secret, until: z.iso.datetime() })
    .optional()
    .meta({ hidden: true } satisfies FieldMeta),
});
export type WebhookCredentials = z.infer<typeof webhookCredentials>;

export const webhookSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .meta({ input: "url", placeholder: "https://example.com/webhooks" } satisfies FieldMeta),
  events: z
    .array(z.enum(EVENT_TYPES))
    .min(1)
    .default([...EVENT_TYPES]),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;
