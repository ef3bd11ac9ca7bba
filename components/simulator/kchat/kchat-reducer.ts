import type { KchatEvent, KchatMessage, KchatWorld } from "@/components/simulator/kchat/kchat-types";
import type { Connection } from "@/components/simulator/simulator-state";

/** What the page knows of the simulated KChat; keys are chats' ids. */
export type KchatState = {
  connection: Connection;
  world: KchatWorld | null;
  /** Messages of each chat, oldest first. */
  chats: Record<string, KchatMessage[]>;
  /** Until when (ms since 1970) the bot is shown as typing. */
  typing: Record<string, number>;
  /** How many messages of each chat were seen. */
  seen: Record<string, number>;
};

export const emptyKchatState: KchatState = {
  connection: "connecting",
  world: null,
  chats: {},
  typing: {},
  seen: {},
};

export type KchatAction =
  | { type: "connection"; connection: Connection }
  | { type: "world"; world: KchatWorld }
  | { type: "messages"; chat: string; messages: KchatMessage[] }
  | { type: "event"; event: KchatEvent; now: number }
  | { type: "tick"; now: number }
  | { type: "seen"; chat: string };

/** So long a sign of typing is shown. */
export const KCHAT_TYPING_MS = 5000;

/** What the page knows after one more thing happened; pure. */
export function kchatReducer(state: KchatState, action: KchatAction): KchatState {
  switch (action.type) {
    case "connection":
      return { ...state, connection: action.connection };
    case "world":
      return { ...state, world: action.world };
    case "messages":
      return withLoaded(state, action.chat, action.messages);
    case "tick":
      return {
        ...state,
        typing: Object.fromEntries(Object.entries(state.typing).filter(([, until]) => until > action.now)),
      };
    case "seen": {
      const count = state.chats[action.chat]?.length ?? 0;
      return state.seen[action.chat] === count
        ? state
        : { ...state, seen: { ...state.seen, [action.chat]: count } };
    }
    case "event":
      return withEvent(state, action.event, action.now);
  }
}

/** Lays what was read over what events told meanwhile; what stood there at the first look counts as seen. */
function withLoaded(state: KchatState, chat: string, loaded: KchatMessage[]): KchatState {
  const known = state.chats[chat];
  const ids = new Set(loaded.map(({ id }) => id));
  const newest = BigInt(loaded.at(-1)?.id ?? "0");
  const later = (known ?? []).filter(({ id }) => !ids.has(id) && BigInt(id) > newest);
  return {
    ...state,
    chats: { ...state.chats, [chat]: [...loaded, ...later] },
    seen: known ? state.seen : { ...state.seen, [chat]: loaded.length },
  };
}

function withEvent(state: KchatState, event: KchatEvent, now: number): KchatState {
  const { group } = event;
  if (group === undefined) return state;
  const messages = state.chats[group] ?? [];
  const put = (next: KchatMessage[]) => ({ ...state.chats, [group]: next });
  switch (event.what) {
    case "message": {
      const { [group]: _over, ...typing } = state.typing;
      const others = messages.filter(({ id }) => id !== event.message.id);
      const isBots = event.message.senderType === "BOT";
      return {
        ...state,
        typing: isBots ? typing : state.typing,
        chats: put([...others, event.message]),
      };
    }
    case "edit":
      return {
        ...state,
        chats: put(messages.map((one) => (one.id === event.message.id ? event.message : one))),
      };
    case "delete":
      return { ...state, chats: put(messages.filter(({ id }) => !event.messageIds.includes(id))) };
    case "typing":
      return { ...state, typing: { ...state.typing, [group]: now + KCHAT_TYPING_MS } };
    default:
      return state;
  }
}
