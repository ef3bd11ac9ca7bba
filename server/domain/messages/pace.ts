import type { Chat } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";

/** So long after a provider asked for a pause we keep to the pace it allows. */
const keepPaceMs = 5 * 60_000;
/** Telegram takes about 20 messages a minute in a group: this leaves a quarter of them for what is urgent. */
const gapMs = 4000;

/** Whether the chat was flooded lately, so that what waits for it should be as few messages as possible. */
export function isUnderPressure(chat: Pick<Chat, "floodedAt">): boolean {
  return chat.floodedAt !== null && clock.now().getTime() - chat.floodedAt.getTime() < keepPaceMs;
}

/** Until when a group that was flooded lately rests after `messages` went out; null when it need not. */
export function restUntil(chat: Pick<Chat, "floodedAt" | "type">, messages: number): Date | null {
  if (chat.type === "private" || !isUnderPressure(chat)) return null;
  return new Date(clock.now().getTime() + gapMs * Math.max(messages, 1));
}
