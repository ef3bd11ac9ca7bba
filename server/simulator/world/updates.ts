import { deliverWebhook } from "./deliver-webhook";
import { botsIn } from "./rooms";
import type { Message, Update } from "./telegram-objects";
import { type Bot, emit, type Room, type World } from "./world";

/** So long after a poll its bot still counts as listening: it is at work on what it got. */
const BETWEEN_POLLS_MS = 3_000;

/** Sent only to bots that ask for them by name. */
const ON_REQUEST = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

function wants(bot: Bot, kind: string): boolean {
  return bot.allowedUpdates.length === 0 ? !ON_REQUEST.has(kind) : bot.allowedUpdates.includes(kind);
}

/** Whether a bot polls: a call of its waits, or it was answered just now. */
export function isPolling(world: World, botId: number): boolean {
  return world.pollers.has(botId) || Date.now() - (world.polledAt.get(botId) ?? 0) < BETWEEN_POLLS_MS;
}

/** Queues an update for one bot and wakes its poller or webhook; unwanted kinds are dropped, as at Telegram. */
export function pushUpdate(world: World, bot: Bot, kind: string, payload: unknown): void {
  if (!wants(bot, kind)) return;
  pushRawUpdate(world, bot, { update_id: bot.nextUpdateId++, [kind]: payload });
}

/** Queues a complete update as it is. */
export function pushRawUpdate(world: World, bot: Bot, update: Update): void {
  bot.queue.push({ update, at: Date.now() });
  world.pollers.get(bot.user.id)?.wake();
  deliverWebhook(world, bot);
}

/** Privacy mode: what a bot without admin rights may read in a group. */
function reads(bot: Bot, room: Room, message: Message): boolean {
  if (room.botId !== null || bot.readsAllMessages) return true;
  const status = room.members.get(bot.user.id)?.status;
  if (status === "administrator" || status === "creator") return true;
  const text = message.text ?? message.caption;
  const ordinary = text !== undefined || !SERVICE_FIELDS.some((field) => field in message);
  if (!ordinary) return true;
  const replied = message.reply_to_message;
  if (replied?.from?.id === bot.user.id && !replied.forum_topic_created) return true;
  return text !== undefined && (text.startsWith("/") || text.includes(`@${bot.user.username}`));
}

const SERVICE_FIELDS = [
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_closed",
  "forum_topic_reopened",
  "new_chat_members",
  "left_chat_member",
  "pinned_message",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
];

/** Announces a stored message to the events and to every bot that may see it. */
export function announceMessage(
  world: World,
  room: Room,
  message: Message,
  kind: "message" | "edited_message" = "message",
): void {
  emit(world, {
    type: kind === "message" ? "message" : "edit",
    bot: room.botId,
    chat: room.chat.id,
    topic: message.message_thread_id ?? null,
    message,
  });
  const service = SERVICE_FIELDS.some((field) => field in message);
  for (const bot of botsIn(world, room)) {
    // Bots see no bots' messages, but their own service messages do come back to them (Bot API server, 2026).
    if (message.from?.is_bot && message.sender_chat === undefined) {
      if (!service) continue;
    }
    if (reads(bot, room, message)) pushUpdate(world, bot, nameOf(room, kind), message);
  }
}

function nameOf(room: Room, kind: "message" | "edited_message"): string {
  if (room.chat.type !== "channel") return kind;
  return kind === "message" ? "channel_post" : "edited_channel_post";
}
