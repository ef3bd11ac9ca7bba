import { createHmac, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { RawUpdate, WebhookCapability } from "@/server/providers/provider";
import { apiFor } from "@/server/providers/telegram/api-for";
import { laneOf } from "@/server/providers/telegram/lane-of";
import type { TelegramCredentials } from "@/server/providers/telegram/schema";
import { toSendFailure } from "@/server/providers/telegram/to-send-failure";

/** The header in which Telegram repeats the secret given to setWebhook: https://core.telegram.org/bots/api#setwebhook. */
const secretHeader = "x-telegram-bot-api-secret-token";

/** Who removes a bot does not wait longer for Telegram; milliseconds. */
const leaveMs = 5000;

const updateSchema = z.looseObject({ update_id: z.number().int() });

/** Follows from the token, so that a new token brings a new secret; 64 of the characters that Telegram allows. */
export function webhookSecret({ token }: TelegramCredentials): string {
  return createHmac("sha256", token).update("assistchat webhook").digest("hex");
}

/** An update as it is stored; its lane keeps its order. */
export function toRawUpdate(update: Update): RawUpdate {
  return { externalId: String(update.update_id), lane: laneOf(update), payload: update };
}

export const webhook: WebhookCapability<TelegramCredentials> = {
  isAuthentic(credentials, headers) {
    const expected = Buffer.from(webhookSecret(credentials));
    const given = Buffer.from(headers.get(secretHeader) ?? "");
    return given.length === expected.length && timingSafeEqual(given, expected);
  },
  read(body) {
    const update = updateSchema.safeParse(body);
    // Telegram's own fields are checked where they are used.
    return update.success ? [toRawUpdate(update.data as unknown as Update)] : null;
  },
  async leave({ token }, world, url) {
    const api = apiFor(token, world);
    // The library's own type of signal lacks what Node's newest has; they are the same object.
    const signal = AbortSignal.timeout(leaveMs) as never;
    try {
      const found = await api.getWebhookInfo(signal);
      if (found.url === url) await api.deleteWebhook({}, signal);
      return { ok: true };
    } catch (error) {
      return toSendFailure(error);
    }
  },
};
