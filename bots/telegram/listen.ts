import { setTimeout as sleep } from "node:timers/promises";
import { Api, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import type { ListenerLink, ListenTask } from "@/bots/listener";
import { ListenerStopped } from "@/bots/listener-stopped";
import { allowedUpdates } from "@/bots/telegram/allowed-updates";
import { keepWebhook } from "@/bots/telegram/keep-webhook";
import { setUpBot } from "@/bots/telegram/set-up-bot";
import { telegramCredentials, telegramSettings } from "@/server/providers/telegram/schema";
import { isTokenRefused, toSendFailure } from "@/server/providers/telegram/to-send-failure";
import { toRawUpdate, webhookSecret } from "@/server/providers/telegram/webhook";

/** Telegram holds an empty poll open this long; seconds, at most 50. */
const pollSeconds = 25;
/** After updates so long is given to those that follow, to be taken together; milliseconds. */
const gatherMs = 50;
const mostAtOnce = 100;
/** A glitch of the network is no error of the resource; so many in a row are. */
const maxGlitches = 3;
const glitchPauseMs = 1000;

/**
 * Polls one bot, or keeps its webhook where the owner wants that, until `signal` aborts: each batch is stored before the
 * next poll confirms it. Throws ListenerStopped when Telegram will not have us.
 */
export async function listen(task: ListenTask, link: ListenerLink, signal: AbortSignal): Promise<void> {
  const { token } = telegramCredentials.parse(task.credentials);
  const settings = telegramSettings.parse(task.settings);
  const api = new Api(token, { apiRoot: task.world.apiRoot, timeoutSeconds: pollSeconds + 20 });
  try {
    await link.warn(null);
    const probed = await link.probe();
    if (!probed.ok) throw new ListenerStopped(probed.code, probed.detail);
    const warning = await setUpBot(api, task.resourceId, task.locale, settings);
    if (warning) await link.warn(warning);
    link.alive();
    if (settings.updates === "webhook") {
      const webhook = { url: task.webhookUrl, secret: webhookSecret({ token }), signal };
      const refusal = await keepWebhook(api, webhook, async (failing) => {
        await link.works();
        await link.warn(failing ?? warning);
      });
      // Customers are served all the same.
      if (refusal) await link.warn(refusal);
    }
    if (signal.aborted) return;
    // What waits at Telegram stays there, for us to ask for.
    await api.deleteWebhook();
    await poll(api, signal, async (updates) => {
      await link.take(updates.map(toRawUpdate));
      await link.works();
    });
  } catch (error) {
    if (!signal.aborted) throw asStopped(error);
  }
}

/** Hands every batch to `take` and confirms it with the next poll. Returns when `signal` aborts. */
async function poll(
  api: Api,
  signal: AbortSignal,
  take: (updates: Update[]) => Promise<void>,
): Promise<void> {
  let offset: number | undefined;
  // The first poll answers at once, so that a resource that works again shows it.
  let timeout = 0;
  let glitches = 0;
  while (!signal.aborted) {
    let updates: Update[];
    try {
      updates = await api.getUpdates(
        { offset, limit: mostAtOnce, timeout, allowed_updates: allowedUpdates },
        // The library's own type of signal lacks what Node's newest has; they are the same object.
        signal as never,
      );
    } catch (error) {
      const failure = toSendFailure(error);
      if (failure.kind !== "retry" || signal.aborted) throw error;
      glitches++;
      if (failure.afterMs === undefined && glitches >= maxGlitches) throw error;
      await sleep(failure.afterMs ?? glitches * glitchPauseMs, undefined, { signal });
      continue;
    }
    glitches = 0;
    timeout = pollSeconds;
    await take(updates);
    const last = updates.at(-1);
    if (last) offset = last.update_id + 1;
    if (last && updates.length < mostAtOnce) await sleep(gatherMs, undefined, { signal });
  }
}

function asStopped(error: unknown): unknown {
  if (isTokenRefused(error)) return new ListenerStopped("token_invalid", "Unauthorized");
  if (error instanceof GrammyError && error.error_code === 409) {
    return new ListenerStopped("bot_conflict", error.description);
  }
  if (error instanceof GrammyError || (error instanceof Error && error.name === "HttpError")) {
    const failure = toSendFailure(error);
    if (failure.kind === "retry") return new ListenerStopped("unreachable", failure.detail);
  }
  return error;
}
