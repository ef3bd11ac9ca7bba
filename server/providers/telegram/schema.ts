import { z } from "zod";

export const telegramCredentials = z.object({
  /** From @BotFather, `<bot id>:<secret>`. */
  token: z.string().regex(/^\d+:[\w-]{20,}$/),
});
export type TelegramCredentials = z.infer<typeof telegramCredentials>;

export const telegramSettings = z.object({
  /** Supergroups with topics in which managers answer, as Telegram's numbers in text. */
  managerGroupIds: z.array(z.string().regex(/^-\d+$/)).default([]),
  /** Telegram users who may name managers. */
  adminIds: z.array(z.string().regex(/^\d+$/)).default([]),
  /** How updates come: we ask for them, or Telegram brings them to APP_URL, which must be public and https then. */
  updates: z.enum(["polling", "webhook"]).default("polling"),
});
export type TelegramSettings = z.infer<typeof telegramSettings>;
