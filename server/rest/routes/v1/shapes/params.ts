import { z } from "@hono/zod-openapi";
import { CONTACT_ROLES, INTENTS } from "@/server/domain/messages/hub/schema";

/** The provider's id of a chat or person: digits on Telegram, other text elsewhere. */
const providerId = z
  .string()
  .trim()
  .regex(/^[\w.:@-]{1,64}$/, "should be a provider's id, such as -1001234567890");

/** How many, and from where. */
export const limitParam = z.coerce
  .number()
  .int()
  .min(1)
  .max(1000)
  .default(100)
  .openapi({ description: "How many at most.", example: 50 });
export const offsetParam = z.coerce.number().int().min(0).max(100_000).default(0).openapi({
  description: "How many to skip from the beginning; `cursor`, where there is one, is faster.",
  example: 0,
});

export const daysParam = z.coerce
  .number()
  .int()
  .min(1)
  .max(3650)
  .openapi({ description: "The last so many times 24 hours.", example: 7 });

/** Days of figures. */
export const figureDays = z.object({ days: daysParam.default(7) });

export const resourceIdParam = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 31 - 1)
  .optional()
  .openapi({
    description: "The resource (bot) meant where several know one chat; left out, the only one.",
    example: 3,
  });

export const chatIdParam = providerId
  .optional()
  .openapi({ description: "The provider's id of a chat.", example: "-1001234567890" });
export const userIdParam = providerId
  .optional()
  .openapi({ description: "The provider's id of a person.", example: "987654321" });

const moment = (description: string) =>
  z
    .string()
    .trim()
    .min(10)
    .max(40)
    .optional()
    .openapi({
      description: `${description} ISO 8601; without a zone, or a day alone, it is of the workspace's time zone.`,
      example: "2026-11-21T09:30:00+03:00",
    });
export const sinceParam = moment("From this moment on; outweighs `days`.");
export const untilParam = moment("Before this moment; a day is included to its end.");

/** A switch; `true`, `1`, `yes`, `on` and their opposites. */
export const flagParam = (description: string) =>
  z.stringbool().optional().openapi({ type: "boolean", description, example: true });

/** One of a list, or several with commas. */
const several = <const T extends string>(values: readonly T[], description: string) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional()
    .openapi({ type: "string", description: `${description} Several with commas.`, example: values[0] });
export const roleParam = several(
  CONTACT_ROLES,
  `Said by somebody of this role: ${CONTACT_ROLES.join(", ")}.`,
);
export const intentParam = several(INTENTS, `Of this intent: ${INTENTS.join(", ")}.`);

export const wordsParam = z.string().trim().max(200).optional().openapi({
  description: "Words to find: any form of them, the last one perhaps unfinished.",
  example: "доставка",
});

/** Id of a message, conversation, …: ours. */
export const idParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,16}$/, "should be a number")
    .openapi({ param: { name: "id", in: "path" }, description: "Our id.", example: "1204" }),
});

/** Id of a person or chat. */
export const anyIdParams = z.object({
  id: providerId.openapi({
    param: { name: "id", in: "path" },
    description:
      "Our `id`. A value that is none of ours is taken for the provider's (`user_id`, `chat_id`), which clients of older hubs have kept.",
    example: "17",
  }),
});
