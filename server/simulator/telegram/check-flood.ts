import type { Room } from "../world/world";
import type { Call } from "./call";
import { Refusal } from "./refusal";

interface Limit {
  key: string;
  count: number;
  windowMs: number;
}

/** Sliding windows: at most `count` messages in `windowMs`. */
function limitsFor(call: Call, room: Room): Limit[] {
  const limits = call.world.state.settings.floodLimits;
  const bot = call.bot.user.id;
  const overall = { key: `${bot}`, count: limits.overallPerSecond, windowMs: 1000 };
  if (room.botId === null) {
    return [overall, { key: `${bot}:${room.key}`, count: limits.groupPerMinute, windowMs: 60_000 }];
  }
  // A burst is tolerated as long as the average stays at the allowed pace.
  const windowMs = (limits.privateBurst / limits.privatePerSecond) * 1000;
  return [overall, { key: room.key, count: limits.privateBurst, windowMs }];
}

/** Counts `messages` against Telegram's sending limits; throws 429 with `retry_after` (s) when one is full. */
export function checkFlood(call: Call, room: Room, messages = 1): void {
  if (!call.world.state.settings.floodLimits.enabled) return;
  const now = Date.now();
  const { floods } = call.world;
  const limits = limitsFor(call, room).map((limit) => {
    const recent = (floods.get(limit.key) ?? []).filter((at) => at > now - limit.windowMs);
    return { ...limit, recent };
  });
  for (const { key, recent, count, windowMs } of limits) {
    floods.set(key, recent);
    const surplus = recent.length + messages - count;
    if (surplus <= 0 || recent.length === 0) continue;
    const freeAt = (recent[Math.min(surplus, recent.length) - 1] ?? now) + windowMs;
    const seconds = Math.max(1, Math.ceil((freeAt - now) / 1000));
    throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
  for (const { recent } of limits) for (let index = 0; index < messages; index++) recent.push(now);
}
