import { describe, expect, it } from "vitest";
import { echoText, nonceOf } from "./health-marker";
import { isNobody } from "./is-nobody";
import {
  messagesIn,
  peopleIn,
  pressedIn,
  readEvent,
  readPress,
  toEventUpdate,
  toMessageUpdate,
} from "./read-event";

const id = "9223372036854775807";
const told = `{"id":${id},"groupId":4711,"senderId":12,"senderType":"USER","date":1763740800000,"message":"Да","entities":[]}`;
const frame = (payload: string) =>
  JSON.stringify({ content: `{"workspaceId":-1,"groupId":4711,"payload":${payload}}` });

describe("readEvent", () => {
  it("reads a payload that is an object, and one that is JSON in text", () => {
    const asObject = readEvent("MESSAGE", frame(`{"messages":[${told}]}`));
    const asText = readEvent("MESSAGE", frame(JSON.stringify(`{"messages":[${told}]}`)));
    expect(asObject).toEqual(asText);
    expect(asObject).toMatchObject({ type: "MESSAGE", workspaceId: "-1", groupId: "4711" });
    expect(messagesIn(asObject ?? { payload: {} })).toMatchObject([{ id, senderId: "12", message: "Да" }]);
  });

  it("reads content that is no text either, and finds the group inside the payload", () => {
    const event = readEvent("X", JSON.stringify({ content: { payload: { groupId: 5 } } }));
    expect(event).toMatchObject({ workspaceId: "-1", groupId: "5" });
  });

  it("passes over pings and what has another form", () => {
    for (const data of ["{}", "", "ping", "null", '{"content":"not json"}', '{"content":"{}"}'])
      expect(readEvent("PING", data)).toBeNull();
    expect(messagesIn({ payload: { messages: [{ id: 1 }, null] } })).toEqual([]);
    expect(messagesIn({ payload: {} })).toEqual([]);
  });
});

describe("what is stored", () => {
  const event = readEvent("MESSAGE", frame(`{"messages":[${told}]}`));
  if (!event) throw new Error("no event");
  const [message] = messagesIn(event);
  if (!message) throw new Error("no message");

  it("has one name however a message came, and another one for each edit", () => {
    const stored = toMessageUpdate(event, message);
    expect(stored).toMatchObject({
      externalId: `-1:4711:${id}`,
      lane: "-1:4711",
    });
    expect(toMessageUpdate({ ...event, payload: {} }, message).externalId).toBe(stored.externalId);
    const edit = { ...event, type: "MESSAGE_UPDATE" };
    const first = toMessageUpdate(edit, message).externalId;
    const second = toMessageUpdate(edit, { ...message, message: "Нет" }).externalId;
    expect(new Set([stored.externalId, first, second, toMessageUpdate(edit, message).externalId]).size).toBe(
      3,
    );
  });

  it("tells presses of the same button apart by the frame, and doubles of one not", () => {
    const press = { ...event, type: "MESSAGE_BUTTON_CLICKED", payload: { buttonId: 1 } };
    const names = ["7", "8", "8"].map((frameId) => toEventUpdate(press, frameId).externalId);
    expect(new Set(names).size).toBe(2);
  });
});

it("reads which button a message or a press stands for", () => {
  const base = { id: "1", senderId: "12" };
  const selected = { type: "SELECTED_BUTTON", selectedButton: { callbackData: "att:1:yes" } };
  expect(pressedIn({ ...base, metadata: selected })).toBe("att:1:yes");
  expect(pressedIn({ ...base, metadata: { type: "SELECTED_BUTTON", selectedButton: null } })).toBe("");
  expect(pressedIn(base)).toBeNull();
  expect(pressedIn({ ...base, metadata: { type: "OTHER" } })).toBeNull();
  const press = { groupId: 1, message: { id: 5 }, buttonId: 2, data: "x", userId: 12 };
  expect(readPress(press)).toEqual({ userId: "12", data: "x", messageId: "5" });
  expect(readPress({ ...press, message: 6 })).toMatchObject({ messageId: "6" });
  expect(readPress({ data: "x" })).toBeNull();
});

it("finds people in whichever way an event tells of them", () => {
  expect(peopleIn({ userId: 1 })).toEqual(["1"]);
  expect(peopleIn({ user: { id: 2 }, userIds: [2, "3"], users: [{ id: 4 }, {}] })).toEqual(["2", "3", "4"]);
  expect(peopleIn({})).toEqual([]);
});

it("knows whose words nobody answers", () => {
  expect(isNobody({ senderId: "-900" }, "-900")).toBe(true);
  expect(isNobody({ senderId: "-100" }, null)).toBe(true);
  expect(isNobody({ senderId: "5", senderType: "SYSTEM" }, null)).toBe(true);
  expect(isNobody({ senderId: "5", senderType: "USER" }, "-900")).toBe(false);
});

it("recognises the question of the health check, and never its own echo", () => {
  expect(nonceOf(" assistchat-check 1234abcd-ef ")).toBe("1234abcd-ef");
  expect(nonceOf(echoText("1234abcd-ef"))).toBeNull();
  expect(nonceOf("assistchat-check 1234abcd-ef and more")).toBeNull();
});
