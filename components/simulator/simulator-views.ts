import {
  GENERAL,
  placeKey,
  roomKey,
  type SimulatorState,
  topicOf,
} from "@/components/simulator/simulator-state";
import type {
  Cast,
  SimulatedTopic,
  TelegramButton,
  TelegramMessage,
} from "@/components/simulator/simulator-types";

/** Whose turn it is, as the product shows it by the topic's icon. */
export type TopicMood = "general" | "assistant" | "waiting" | "manager" | "closed" | "plain";

export type TopicView = {
  id: number;
  name: string;
  mood: TopicMood;
  closed: boolean;
  unread: number;
  last: TelegramMessage | null;
};

/** Custom-emoji ids of Telegram's free topic icons: 🤖 ❗️ 💬 ✅. */
const MOOD_OF_ICON: Record<string, TopicMood> = {
  "5350554349074391003": "assistant",
  "5420216386448270341": "waiting",
  "5357315181649076022": "manager",
  "5237699328843200968": "closed",
};

const SERVICE_FIELDS = [
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_closed",
  "forum_topic_reopened",
  "new_chat_members",
  "left_chat_member",
] as const;

/** Whether a message only tells what happened to the chat. */
export function isService(message: TelegramMessage): boolean {
  return SERVICE_FIELDS.some((field) => message[field] !== undefined);
}

/** The managers' group as it is called now: an upgrade gives it another id. */
export function groupIdNow(state: SimulatorState, cast: Cast): number {
  const chat = state.world?.chats.find(({ id }) => id === cast.groupId);
  return chat?.migratedTo ?? cast.groupId;
}

/** Messages of one place, oldest first. */
export function messagesAt(state: SimulatorState, room: string, topic: number): TelegramMessage[] {
  return (state.rooms[room] ?? []).filter((message) => topicOf(message) === topic);
}

/** How many of a bot's messages nobody has looked at yet. */
export function unreadAt(state: SimulatorState, room: string, topic: number): number {
  const seen = state.seen[placeKey(room, topic)] ?? 0;
  return messagesAt(state, room, topic).filter(
    (message) => message.message_id > seen && message.from?.is_bot === true && !isService(message),
  ).length;
}

/** Whether somebody types in a place. */
export function isTypingAt(state: SimulatorState, room: string, topic: number): boolean {
  return state.typing[placeKey(room, topic)] !== undefined;
}

function topicMood(topic: SimulatedTopic): TopicMood {
  if (topic.closed) return "closed";
  return MOOD_OF_ICON[topic.iconCustomEmojiId ?? ""] ?? "plain";
}

/** General and then the topics of the group, the one with the newest message first. */
export function topicViews(state: SimulatorState, groupId: number, generalName: string): TopicView[] {
  const room = roomKey(groupId, null);
  const view = (id: number, name: string, mood: TopicMood, closed: boolean): TopicView => ({
    id,
    name,
    mood,
    closed,
    unread: unreadAt(state, room, id),
    last: messagesAt(state, room, id).findLast((message) => !isService(message)) ?? null,
  });
  const topics = state.world?.chats.find(({ id }) => id === groupId)?.topics ?? [];
  const newest = ({ id, last }: TopicView) => last?.message_id ?? id;
  return [
    view(GENERAL, generalName, "general", false),
    ...topics
      .map((topic) => view(topic.id, topic.name, topicMood(topic), topic.closed))
      .sort((one, other) => newest(other) - newest(one)),
  ];
}

/** Whether the customer has blocked the bot. */
export function isBlocked(state: SimulatorState, botId: number, customerId: number): boolean {
  return (
    state.world?.chats.some(({ id, bot, blocked }) => id === customerId && bot === botId && blocked) ?? false
  );
}

/** Whether the bot still may open topics in the managers' group. */
export function botHasRights(state: SimulatorState, botId: number, groupId: number): boolean {
  const group = state.world?.chats.find(({ id }) => id === groupId);
  const member = group?.members.find(({ user }) => user.id === botId);
  return member?.rights?.can_manage_topics === true;
}

/** The bot's menu button for a person when it opens a Mini App, else null. */
export function menuButton(state: SimulatorState, botId: number, customerId: number): TelegramButton | null {
  const bot = state.world?.bots.find(({ id }) => id === botId);
  const button = bot?.menuButtons[customerId] ?? bot?.menuButtons.default;
  return isWebAppButton(button) ? button : null;
}

function isWebAppButton(button: unknown): button is TelegramButton {
  return typeof button === "object" && button !== null && "web_app" in button && "text" in button;
}
