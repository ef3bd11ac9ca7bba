import { expect, it } from "vitest";
import { emptyKchatState, type KchatAction, kchatReducer } from "./kchat-reducer";
import type { KchatMessage } from "./kchat-types";

const message = (id: string, more: Partial<KchatMessage> = {}): KchatMessage => ({
  id,
  groupId: "7",
  senderId: "-1",
  senderType: "BOT",
  date: 0,
  message: `text ${id}`,
  entities: [],
  ...more,
});
const told = (event: object): KchatAction =>
  ({ type: "event", now: 1000, event: { type: "kchat", group: "7", ...event } }) as KchatAction;
const after = (...actions: KchatAction[]) => actions.reduce(kchatReducer, emptyKchatState);
const words = (state: typeof emptyKchatState) => state.chats["7"]?.map((one) => one.message);

it("lays what was read under what was told meanwhile, once each", () => {
  const state = after(
    told({ what: "message", message: message("9007199254740993") }),
    told({ what: "message", message: message("9007199254740994") }),
    { type: "messages", chat: "7", messages: [message("9007199254740992"), message("9007199254740993")] },
    told({ what: "message", message: message("9007199254740994") }),
  );
  expect(words(state)).toEqual(["text 9007199254740992", "text 9007199254740993", "text 9007199254740994"]);
});

it("changes and takes away messages", () => {
  const state = after(
    { type: "messages", chat: "7", messages: [message("1"), message("2")] },
    told({ what: "edit", message: message("1", { message: "changed" }) }),
    told({ what: "delete", messageIds: ["2"] }),
  );
  expect(words(state)).toEqual(["changed"]);
});

it("shows typing until the bot has written or time is over, and counts what was seen", () => {
  const typing = after({ type: "messages", chat: "7", messages: [message("1")] }, told({ what: "typing" }));
  expect(typing.typing).toEqual({ 7: 6000 });
  expect(kchatReducer(typing, { type: "tick", now: 5999 }).typing).toEqual({ 7: 6000 });
  expect(kchatReducer(typing, { type: "tick", now: 6000 }).typing).toEqual({});
  const written = kchatReducer(typing, told({ what: "message", message: message("2") }));
  expect([written.typing, written.seen]).toEqual([{}, { 7: 1 }]);
  expect(kchatReducer(written, { type: "seen", chat: "7" }).seen).toEqual({ 7: 2 });
  const own = told({ what: "message", message: message("2", { senderType: "USER" }) });
  expect(kchatReducer(typing, own).typing).toEqual({ 7: 6000 });
  expect(kchatReducer(typing, { ...own, event: { type: "kchat", what: "world" } } as KchatAction)).toBe(
    typing,
  );
});
