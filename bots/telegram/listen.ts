import { Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { laneOf } from "@/bots/telegram/lane-of";
import { setUpBot } from "@/bots/telegram/set-up-bot";
import { openResource } from "@/server/domain/messages/open-resource";
import { clearResourceError } from "@/server/domain/resources/clear-resource-error";
import { markPolled } from "@/server/domain/resources/mark-polled";
import { probeResource } from "@/server/domain/resources/probe-resource";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { runningResource } from "@/server/domain/resources/running-resource";
import { setResourceWarning } from "@/server/domain/resources/set-resource-warning";
import {
  type TelegramCredentials,
  telegramCredentials,
  telegramSettings,
} from "@/server/providers/telegram/schema";

/** Telegram holds an empty poll open this long; seconds, at most 50. */
const pollSeconds = 25;
/** Some updates come only to those who list them. */
const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
  "message_reaction",
] as const;

/** A listener's end with its reason, as the owner is to read it. */
export class ListenerStopped extends Error {
  constructor(
    readonly code: "token_invalid" | "bot_conflict" | "unreachable",
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * Polls one bot until `signal` aborts: each batch is stored before the next poll confirms it. `onAlive` is called
 * after every answer. Throws ListenerStopped when Telegram will not have us.
 */
export async function listen(
  holder: string,
  resourceId: number,
  signal: AbortSignal,
  onAlive: () => void,
): Promise<void> {
  const resource = await runningResource(resourceId);
  const { credentials, world } = openResource(resource);
  const { token }: TelegramCredentials = telegramCredentials.parse(credentials);
  const api = new Api(token, { apiRoot: world.apiRoot, timeoutSeconds: pollSeconds + 20 });
  try {
    if (!(await probeResource(resourceId))) {
      const failed = await runningResource(resourceId);
      const code = failed.errorCode === "token_invalid" ? "token_invalid" : "unreachable";
      throw new ListenerStopped(code, failed.errorDetail ?? "");
    }
    await api.deleteWebhook();
    const warning = await setUpBot(api, resourceId, telegramSettings.parse(resource.settings));
    if (warning) await setResourceWarning(resourceId, warning);
    let offset: number | undefined;
    while (!signal.aborted) {
      const updates = await api.getUpdates(
        { offset, limit: 100, timeout: pollSeconds, allowed_updates: allowedUpdates },
        // The library's own type of signal lacks what Node's newest has; they are the same object.
        signal as never,
      );
      onAlive();
      await receiveUpdates(resourceId, updates.map(toRawUpdate));
      const last = updates.at(-1);
      if (last) offset = last.update_id + 1;
      await markPolled(holder, resourceId);
      await clearResourceError(resourceId, ["bot_conflict", "unreachable", "crashed", "token_invalid"]);
    }
    // The last batch is stored: without this it would come once more to the next listener.
    if (offset !== undefined) await api.getUpdates({ offset, limit: 1, timeout: 0 });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof GrammyError)) throw error;
    if (error.error_code === 401 || error.error_code === 404)
      throw new ListenerStopped("token_invalid", error.description);
    if (error.error_code === 409) throw new ListenerStopped("bot_conflict", error.description);
    throw error;
  }
}

function toRawUpdate(update: Update) {
  return { externalId: String(update.update_id), lane: laneOf(update), payload: update };
}
