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
});
export type TelegramSettings = z.infer<typeof telegramSettings>;
