import { z } from "zod";
import type { FieldMeta } from "@/server/providers/form";

export const telegramCredentials = z.object({
  /** From @BotFather, `<bot id>:<secret>`. */
  token: z
    .string()
    .trim()
    .regex(/^\d+:[\w-]{20,}$/)
    .meta({ input: "secret", placeholder: "123456789:AAF…" } satisfies FieldMeta),
});
export type TelegramCredentials = z.infer<typeof telegramCredentials>;

/** Telegram takes 4096 characters in a message; a greeting that long is none. */
const greeting = z.string().trim().max(1000).default("");

export const telegramSettings = z.object({
  /** Supergroups with topics in which managers answer, as Telegram's numbers in text. */
  managerGroupIds: z
    .array(z.string().regex(/^-\d+$/))
    .default([])
    .meta({ placeholder: "-1001234567890", suggest: "groups" } satisfies FieldMeta),
  /** Telegram users who may name managers. */
  adminIds: z
    .array(z.string().regex(/^\d+$/))
    .default([])
    .meta({ placeholder: "123456789" } satisfies FieldMeta),
  /** Whether what is said in ordinary groups and channels that the bot is in is kept, for the hub. */
  collectsGroups: z.boolean().default(true),
  /** What /start says, by language; empty for our own words. */
  greetings: z
    .object({ en: greeting, ru: greeting })
    .prefault({})
    .meta({ advanced: true } satisfies FieldMeta),
  /** How updates come: we ask for them, or Telegram brings them to APP_URL, which must be public and https then. */
  updates: z
    .enum(["polling", "webhook"])
    .default("polling")
    .meta({ advanced: true } satisfies FieldMeta),
});
export type TelegramSettings = z.infer<typeof telegramSettings>;
