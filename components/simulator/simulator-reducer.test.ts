import { expect, test } from "vitest";
import { type SimulatorAction, simulatorReducer, TYPING_MS } from "@/components/simulator/simulator-reducer";
import { emptySimulatorState, GENERAL, roomKey } from "@/components/simulator/simulator-state";
import type { SimulatedTopic, SimulatorEvent, TelegramMessage } from "@/components/simulator/simulator-types";
import { isTypingAt, messagesAt, topicViews, unreadAt } from "@/components/simulator/simulator-views";

const BOT = 7;
const GROUP = -100;
const group = roomKey(GROUP, null);
const bot = { id: BOT, is_bot: true, first_name: "Bot" };
const ana = { id: 1, is_bot: false, first_name: "Ana" };

const message = (id: number, given: Partial<TelegramMessage> = {}): TelegramMessage => ({
  message_id: id,
  date: 0,
  from: bot,
  text: `text ${id}`,
  ...given,
});
const inTopic = (id: number, topic: number, given: Partial<TelegramMessage> = {}) =>
  message(id, { message_thread_id: topic, is_topic_message: true, ...given });
const event = (given: SimulatorEvent, now = 0): SimulatorAction => ({ type: "event", event: given, now });
const says = (said: TelegramMessage) => event({ type: "message", chat: GROUP, bot: null, message: said });
const topic = (id: number, given: Partial<SimulatedTopic> = {}): SimulatedTopic => ({
  id,
  name: `Topic ${id}`,
  closed: false,
  ...given,
});
const changes = (change: string, object: SimulatedTopic) =>
  event({ type: "topic", chat: GROUP, bot: null, topic: object.id, change, object });
const play = (...actions: SimulatorAction[]) => actions.reduce(simulatorReducer, emptySimulatorState);
const world: SimulatorAction = {
  type: "world",
  world: {
    bots: [],
    chats: [{ id: GROUP, bot: null, blocked: false, migratedTo: null, members: [], topics: [] }],
  },
};
const texts = (messages: TelegramMessage[]) => messages.map(({ text }) => text);

test("messages stand in order of id, once each, in their topics", () => {
  const state = play(says(message(3)), says(inTopic(2, 9)), says(message(1)), says(message(3)));
  expect(texts(messagesAt(state, group, GENERAL))).toEqual(["text 1", "text 3"]);
  expect(texts(messagesAt(state, group, 9))).toEqual(["text 2"]);
});

test("what was read keeps the newer messages that events brought meanwhile", () => {
  const state = play(says(message(5)), { type: "messages", room: group, messages: [message(1), message(2)] });
  expect(texts(messagesAt(state, group, GENERAL))).toEqual(["text 1", "text 2", "text 5"]);
});

test("edits and deletions are followed", () => {
  const state = play(
    says(message(1)),
    says(message(2)),
    event({ type: "edit", chat: GROUP, bot: null, message: message(1, { text: "new" }) }),
    event({ type: "delete", chat: GROUP, bot: null, messageId: 2 }),
  );
  expect(texts(messagesAt(state, group, GENERAL))).toEqual(["new"]);
});

test("two people's private chats with one bot are two rooms", () => {
  const state = play(
    event({ type: "message", chat: 11, bot: BOT, message: message(1) }),
    event({ type: "message", chat: 12, bot: BOT, message: message(2) }),
  );
  expect(texts(messagesAt(state, roomKey(11, BOT), GENERAL))).toEqual(["text 1"]);
});

test("topics come, change their look and go with their messages", () => {
  const opened = play(world, changes("created", topic(9)), says(inTopic(10, 9)));
  const closed = simulatorReducer(opened, changes("closed", topic(9, { closed: true })));
  const waiting = simulatorReducer(
    opened,
    changes("edited", topic(9, { iconCustomEmojiId: "5420216386448270341" })),
  );
  const moods = (state: typeof opened) => topicViews(state, GROUP, "General").map(({ mood }) => mood);
  expect(moods(opened)).toEqual(["general", "plain"]);
  expect(moods(waiting)).toEqual(["general", "waiting"]);
  expect(moods(closed)).toEqual(["general", "closed"]);
  const deleted = simulatorReducer(opened, changes("deleted", topic(9)));
  expect(moods(deleted)).toEqual(["general"]);
  expect(messagesAt(deleted, group, 9)).toEqual([]);
});

test("the topic with the newest message stands first, after General", () => {
  const state = play(
    world,
    changes("created", topic(2)),
    changes("created", topic(5)),
    says(inTopic(6, 5)),
    says(inTopic(7, 2)),
  );
  expect(topicViews(state, GROUP, "General").map(({ id }) => id)).toEqual([GENERAL, 2, 5]);
});

test("unread are the bot's messages that came after the last look", () => {
  const loaded = play({ type: "messages", room: group, messages: [message(1), inTopic(2, 9)] });
  expect(unreadAt(loaded, group, 9)).toBe(0);
  const more = [
    says(inTopic(3, 9)),
    says(inTopic(4, 9, { from: ana })),
    says(inTopic(5, 9, { text: undefined, forum_topic_closed: {} })),
  ].reduce(simulatorReducer, loaded);
  expect(unreadAt(more, group, 9)).toBe(1);
  expect(unreadAt(more, group, GENERAL)).toBe(0);
  const seen = simulatorReducer(more, { type: "seen", room: group, topic: 9 });
  expect(unreadAt(seen, group, 9)).toBe(0);
  expect(simulatorReducer(seen, { type: "seen", room: group, topic: 9 })).toBe(seen);
});

test("typing ends with the bot's message or after its time", () => {
  const typing = play(
    event({ type: "chat-action", chat: 11, bot: BOT, topic: null, action: "typing" }, 1000),
  );
  const room = roomKey(11, BOT);
  expect(isTypingAt(typing, room, GENERAL)).toBe(true);
  const answered = simulatorReducer(
    typing,
    event({ type: "message", chat: 11, bot: BOT, message: message(1) }),
  );
  expect(isTypingAt(answered, room, GENERAL)).toBe(false);
  const still = simulatorReducer(typing, { type: "tick", now: 1000 + TYPING_MS - 1 });
  expect(still).toBe(typing);
  const over = simulatorReducer(typing, { type: "tick", now: 1000 + TYPING_MS });
  expect(isTypingAt(over, room, GENERAL)).toBe(false);
});
