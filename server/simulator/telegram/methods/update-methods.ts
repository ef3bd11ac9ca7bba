import { deliverWebhook } from "../../world/deliver-webhook";
import type { Update } from "../../world/telegram-objects";
import { isPolling } from "../../world/updates";
import { emit } from "../../world/world";
import { type Call, isSet, type Method, numberOf, textOf } from "../call";
import { badRequest, Refusal } from "../refusal";

const KEPT_MS = 24 * 60 * 60 * 1000;
const TERMINATED =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

function rememberAllowed(call: Call): void {
  const allowed = call.parameters.allowed_updates;
  if (Array.isArray(allowed)) call.bot.allowedUpdates = allowed.map(String);
}

/** Drops what the offset confirms (a negative one keeps the last N) and what is older than a day. */
function confirm(call: Call, offset: number): void {
  const { queue } = call.bot;
  const tooOld = Date.now() - KEPT_MS;
  let drop = offset < 0 ? Math.max(0, queue.length + offset) : 0;
  if (offset > 0) while (drop < queue.length && (queue[drop]?.update.update_id ?? 0) < offset) drop++;
  while (drop < queue.length && (queue[drop]?.at ?? 0) < tooOld) drop++;
  if (drop === 0) return;
  queue.splice(0, drop);
  emit(call.world, { type: "world", what: "confirmed", bot: call.bot.user.id });
}

async function getUpdates(call: Call): Promise<Update[]> {
  const { bot, world } = call;
  if (bot.webhook) throw new Refusal(409, WEBHOOK_ACTIVE);
  const wasPolling = isPolling(world, bot.user.id);
  world.pollers.get(bot.user.id)?.conflict(TERMINATED);
  world.polledAt.set(bot.user.id, Date.now());
  if (!wasPolling) emit(world, { type: "world", what: "polling", bot: bot.user.id });
  rememberAllowed(call);
  confirm(call, numberOf(call, "offset") ?? 0);
  const limit = Math.min(100, Math.max(1, numberOf(call, "limit") ?? 100));
  const timeout = Math.min(50, Math.max(0, numberOf(call, "timeout") ?? 0));
  const batch = () => bot.queue.slice(0, limit).map((entry) => entry.update);
  if (bot.queue.length > 0 || timeout === 0 || world.closing.signal.aborted) return batch();
  return new Promise((resolve, reject) => {
    const poller = {
      wake: () => finish(() => resolve(batch())),
      conflict: (description: string) => finish(() => reject(new Refusal(409, description))),
    };
    const timer = setTimeout(poller.wake, timeout * 1000);
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      call.signal.removeEventListener("abort", poller.wake);
      world.closing.signal.removeEventListener("abort", poller.wake);
      if (world.pollers.get(bot.user.id) === poller) world.pollers.delete(bot.user.id);
      if (call.signal.aborted) world.polledAt.delete(bot.user.id);
      else world.polledAt.set(bot.user.id, Date.now());
      settle();
    };
    call.signal.addEventListener("abort", poller.wake);
    world.closing.signal.addEventListener("abort", poller.wake);
    world.pollers.set(bot.user.id, poller);
  });
}

function isLoopback(url: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
}

function setWebhook(call: Call): true {
  const { bot, world } = call;
  const url = textOf(call, "url") ?? "";
  if (url === "") return deleteWebhook(call);
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) throw badRequest("bad webhook: invalid webhook URL specified");
  if (parsed.protocol !== "https:" && !isLoopback(parsed)) {
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  }
  const secretToken = textOf(call, "secret_token");
  if (secretToken !== undefined && !/^[\w-]{1,256}$/.test(secretToken)) {
    throw badRequest("secret token contains unallowed characters");
  }
  rememberAllowed(call);
  if (isSet(call, "drop_pending_updates")) bot.queue = [];
  bot.webhook = { url, maxConnections: numberOf(call, "max_connections") ?? 40, secretToken };
  world.pollers.get(bot.user.id)?.conflict("Conflict: terminated by setWebhook request");
  emit(world, { type: "world", what: "webhook", bot: bot.user.id });
  deliverWebhook(world, bot);
  return true;
}

function deleteWebhook(call: Call): true {
  call.bot.webhook = null;
  if (isSet(call, "drop_pending_updates")) call.bot.queue = [];
  emit(call.world, { type: "world", what: "webhook", bot: call.bot.user.id });
  return true;
}

function getWebhookInfo({ bot }: Call) {
  return {
    url: bot.webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: bot.queue.length,
    ...(bot.webhook && { max_connections: bot.webhook.maxConnections }),
    ...(bot.webhook?.lastErrorAt && {
      last_error_date: bot.webhook.lastErrorAt,
      last_error_message: bot.webhook.lastErrorMessage,
    }),
    ...(bot.allowedUpdates.length > 0 && { allowed_updates: bot.allowedUpdates }),
  };
}

/** Receiving updates, by polling or by webhook. */
export const updateMethods: Record<string, Method> = {
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
};
