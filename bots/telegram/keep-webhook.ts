import { setTimeout as sleep } from "node:timers/promises";
import { type Api, GrammyError } from "grammy";
import { allowedUpdates } from "@/bots/telegram/allowed-updates";
import { logger } from "@/server/lib/logger";
import { toSendFailure } from "@/server/providers/telegram/to-send-failure";

const lookEveryMs = 15_000;
/** A bot that was removed loses its webhook too; its listener is stopped within this time. */
const stopsWithinMs = 5000;
/** Trouble older than this is over: Telegram keeps its last error for ever. */
const recentMs = 60_000;

export type WebhookWarning = { code: "webhook_failing" | "webhook_refused"; detail: string };

/**
 * Has Telegram bring the bot's updates to `url` and looks after that until `signal` aborts: an address that somebody
 * changed is set again. `onLook` hears of every look, with what the owner should know. Returns Telegram's refusal of
 * the address, with which polling must go on. What waits at Telegram is kept through every change.
 */
export async function keepWebhook(
  api: Api,
  { url, secret, signal }: { url: string; secret: string; signal: AbortSignal },
  onLook: (warning: WebhookWarning | null) => Promise<void>,
): Promise<WebhookWarning | null> {
  const refusal = await setWebhook(api, url, secret);
  if (refusal) return refusal;
  let warning: WebhookWarning | null = null;
  while (!signal.aborted) {
    await onLook(warning);
    await sleep(lookEveryMs, undefined, { signal });
    try {
      const info = await api.getWebhookInfo();
      if (info.url !== url) {
        await sleep(stopsWithinMs, undefined, { signal });
        logger.warn({ found: info.url }, "somebody changed the bot's webhook; it is set again");
        const refusedNow = await setWebhook(api, url, secret);
        if (refusedNow) return refusedNow;
      }
      const troubled = info.last_error_date && Date.now() - info.last_error_date * 1000 < recentMs;
      warning =
        troubled && info.pending_update_count > 0
          ? { code: "webhook_failing", detail: `${url}: ${info.last_error_message ?? ""}` }
          : null;
    } catch (error) {
      if (signal.aborted) return null;
      const failure = toSendFailure(error);
      if (failure.kind !== "retry") throw error;
      // Telegram may still reach us while we do not reach it.
      logger.warn({ detail: failure.detail }, "the state of a webhook could not be asked");
    }
  }
  return null;
}

async function setWebhook(api: Api, url: string, secret: string): Promise<WebhookWarning | null> {
  try {
    await api.setWebhook(url, {
      secret_token: secret,
      allowed_updates: allowedUpdates,
      drop_pending_updates: false,
    });
    return null;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    return { code: "webhook_refused", detail: `${url}: ${error.description}` };
  }
}
