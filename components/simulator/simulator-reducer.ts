import {
  type Connection,
  placeKey,
  roomKey,
  type SimulatorState,
  topicOf,
} from "@/components/simulator/simulator-state";
import type {
  SimulatedTopic,
  SimulatedWorld,
  SimulatorEvent,
  TelegramMessage,
} from "@/components/simulator/simulator-types";

export type SimulatorAction =
  | { type: "connection"; connection: Connection }
  | { type: "world"; world: SimulatedWorld }
  | { type: "messages"; room: string; messages: TelegramMessage[] }
  | { type: "event"; event: SimulatorEvent; now: number }
  | { type: "tick"; now: number }
  | { type: "seen"; room: string; topic: number };

/** Telegram shows an action for five seconds. */
export const TYPING_MS = 5000;

/** What the page knows after one more thing happened; pure. */
export function simulatorReducer(state: SimulatorState, action: SimulatorAction): SimulatorState {
  switch (action.type) {
    case "connection":
      return state.connection === action.connection ? state : { ...state, connection: action.connection };
    case "world":
      return { ...state, world: action.world };
    case "messages":
      return withLoaded(state, action.room, action.messages);
    case "tick": {
      const typing = Object.fromEntries(
        Object.entries(state.typing).filter(([, until]) => until > action.now),
      );
      return Object.keys(typing).length === Object.keys(state.typing).length ? state : { ...state, typing };
    }
    case "seen": {
      const place = placeKey(action.room, action.topic);
      const last = (state.rooms[action.room] ?? []).findLast((message) => topicOf(message) === action.topic);
      if (!last || state.seen[place] === last.message_id) return state;
      return { ...state, seen: { ...state.seen, [place]: last.message_id } };
    }
    case "event":
      return withEvent(state, action.event, action.now);
  }
}

/** Lays what was read over what events told meanwhile; what stood there at the first look counts as seen. */
function withLoaded(state: SimulatorState, room: string, loaded: TelegramMessage[]): SimulatorState {
  const known = state.rooms[room];
  const newest = loaded.at(-1)?.message_id ?? 0;
  const messages = [...loaded, ...(known ?? []).filter((message) => message.message_id > newest)];
  const seen = { ...state.seen };
  if (!known) for (const message of loaded) seen[placeKey(room, topicOf(message))] = message.message_id;
  return { ...state, seen, rooms: { ...state.rooms, [room]: messages } };
}

function withEvent(state: SimulatorState, event: SimulatorEvent, now: number): SimulatorState {
  if (event.chat === undefined) return state;
  const room = roomKey(event.chat, event.bot);
  switch (event.type) {
    case "message":
    case "edit": {
      const place = placeKey(room, topicOf(event.message));
      const { [place]: _over, ...others } = state.typing;
      const typing = event.message.from?.is_bot ? others : state.typing;
      return { ...state, typing, rooms: withMessage(state.rooms, room, event.message) };
    }
    case "delete": {
      const messages = (state.rooms[room] ?? []).filter(({ message_id }) => message_id !== event.messageId);
      return { ...state, rooms: { ...state.rooms, [room]: messages } };
    }
    case "topic":
      return withTopic(state, room, event.chat, event.change, event.object);
    case "chat-action":
      return { ...state, typing: { ...state.typing, [placeKey(room, event.topic)]: now + TYPING_MS } };
    default:
      return state;
  }
}

function withMessage(
  rooms: SimulatorState["rooms"],
  room: string,
  message: TelegramMessage,
): SimulatorState["rooms"] {
  const before = rooms[room] ?? [];
  const at = before.findIndex(({ message_id }) => message_id === message.message_id);
  const messages =
    at >= 0
      ? before.with(at, message)
      : [...before, message].sort((one, other) => one.message_id - other.message_id);
  return { ...rooms, [room]: messages };
}

function withTopic(
  state: SimulatorState,
  room: string,
  chatId: number,
  change: string,
  topic: SimulatedTopic,
): SimulatorState {
  if (!state.world) return state;
  const deleted = change === "deleted";
  const chats = state.world.chats.map((chat) => {
    if (chat.id !== chatId) return chat;
    const others = chat.topics.filter(({ id }) => id !== topic.id);
    return { ...chat, topics: deleted ? others : [...others, topic] };
  });
  const world = { ...state.world, chats };
  if (!deleted) return { ...state, world };
  const messages = (state.rooms[room] ?? []).filter((message) => topicOf(message) !== topic.id);
  return { ...state, world, rooms: { ...state.rooms, [room]: messages } };
}
