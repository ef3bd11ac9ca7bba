import type { SimulatedWorld, TelegramMessage } from "@/components/simulator/simulator-types";

export type Connection = "connecting" | "live" | "lost" | "down" | "refused";

/** What the page knows of the simulated world. Keys of rooms and places are made by `roomKey` and `placeKey`. */
export type SimulatorState = {
  connection: Connection;
  world: SimulatedWorld | null;
  /** Messages of each room, oldest first. */
  rooms: Record<string, TelegramMessage[]>;
  /** Until when (ms since 1970) somebody is shown as typing, by place. */
  typing: Record<string, number>;
  /** Id of the last message that was seen, by place. */
  seen: Record<string, number>;
};

export const emptySimulatorState: SimulatorState = {
  connection: "connecting",
  world: null,
  rooms: {},
  typing: {},
  seen: {},
};

/** A group has a negative id of its own; a private chat is one person with one bot. */
export function roomKey(chatId: number, botId: number | null | undefined): string {
  return chatId < 0 ? String(chatId) : `${botId}:${chatId}`;
}

/** General, the topic of a forum that has no thread id. */
export const GENERAL = 1;

/** A topic of a forum; everything else, General and private chats included, is thread 1. */
export function placeKey(room: string, topic: number | null | undefined): string {
  return `${room}#${topic ?? GENERAL}`;
}

/** The topic a message stands in. */
export function topicOf(message: TelegramMessage): number {
  return message.is_topic_message ? (message.message_thread_id ?? GENERAL) : GENERAL;
}
