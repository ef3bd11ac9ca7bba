import { setTimeout as sleep } from "node:timers/promises";
import { type Bot, emit, unixTime, type World } from "./world";

const LONGEST_WAIT_MS = 60_000;

async function post(world: World, bot: Bot, url: string, body: unknown): Promise<string | null> {
  const secret = bot.webhook?.secretToken;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(secret && { "x-telegram-bot-api-secret-token": secret }),
      },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.any([world.closing.signal, AbortSignal.timeout(60_000)]),
    });
    await response.arrayBuffer();
    return response.ok ? null : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
  } catch (error) {
    return error instanceof Error ? `Connection failed: ${error.message}` : "Connection failed";
  }
}

async function run(world: World, bot: Bot): Promise<void> {
  let failures = 0;
  while (bot.webhook && bot.queue.length > 0 && !world.closing.signal.aborted) {
    const webhook = bot.webhook;
    const next = bot.queue[0];
    if (!next) break;
    const problem = await post(world, bot, webhook.url, next.update);
    if (bot.webhook !== webhook || world.closing.signal.aborted) continue;
    if (problem === null) {
      failures = 0;
      if (bot.queue[0] === next) bot.queue.shift();
      emit(world, { type: "world", what: "confirmed", bot: bot.user.id });
      continue;
    }
    webhook.lastErrorAt = unixTime();
    webhook.lastErrorMessage = problem;
    const wait = Math.min(LONGEST_WAIT_MS, world.state.settings.webhookRetryMs * 2 ** failures++);
    await sleep(wait, undefined, { signal: world.closing.signal }).catch(() => undefined);
  }
}

/**
 * Posts a bot's waiting updates to its webhook, one after another and in order, retrying whatever is not
 * answered with 2xx; returns at once. Called whenever an update or a webhook was added.
 */
export function deliverWebhook(world: World, bot: Bot): void {
  if (!bot.webhook || world.webhookRunners.has(bot.user.id)) return;
  world.webhookRunners.add(bot.user.id);
  const finish = () => {
    world.webhookRunners.delete(bot.user.id);
    if (bot.webhook && bot.queue.length > 0 && !world.closing.signal.aborted) deliverWebhook(world, bot);
  };
  run(world, bot).then(finish, finish);
}
