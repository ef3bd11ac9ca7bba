import { describe, expect, it } from "vitest";
import { fromChatId, toChatId } from "./chat-id";
import { asNumber, kchatId, parseJson } from "./parse-json";
import { planTexts } from "./plan-texts";
import { kchatSettings } from "./schema";
import {
  clientRandomId,
  opponentIn,
  ownIdIn,
  readGroupStates,
  readPerson,
  readSent,
  toFailure,
} from "./transform";

const large = "9223372036854775807";

describe("ids", () => {
  it("come and go digit for digit, also beyond 2^53", () => {
    const parsed = parseJson(`{"messageId":${large},"small":7,"part":1.5,"huge":-9223372036854775808}`);
    expect(parsed).toEqual({ messageId: large, small: 7, part: 1.5, huge: "-9223372036854775808" });
    expect(readSent(parsed)).toBe(large);
    expect(readSent({ messageId: 7 })).toBe("7");
    expect(readSent({})).toBeNull();
    expect(JSON.stringify({ groupId: asNumber(large) })).toBe(`{"groupId":${large}}`);
    expect(kchatId.safeParse("7; drop").success).toBe(false);
  });

  it("name a chat by its workspace and group", () => {
    expect(fromChatId(toChatId("-1", large))).toEqual({ workspaceId: "-1", groupId: large });
    for (const other of ["4711", "-1:", "-1:a", "1:2:3", "../1:2"]) expect(fromChatId(other)).toBeNull();
  });

  it("make one name of a delivery for KChat to know doubles by", () => {
    const one = clientRandomId("m:1:0");
    expect(one).toBe(clientRandomId("m:1:0"));
    expect(one).not.toBe(clientRandomId("m:1:1"));
    expect(Number.isSafeInteger(one) && one > 0).toBe(true);
  });
});

describe("states of groups", () => {
  const states = [
    {
      groupId: 4711,
      lastMessageId: 9,
      lastSeenMessageId: 8,
      group: { workspaceId: -1, id: 4711, type: "P2P" },
    },
    { groupId: "-900", group: { workspaceId: -1, type: "SYSTEM", title: null } },
  ];

  it("tell the bot's own id, whichever way they are wrapped", () => {
    for (const answer of [states, { userGroupStates: states }, { groups: states }])
      expect(ownIdIn(readGroupStates(answer))).toBe("-900");
    expect(ownIdIn(readGroupStates(states.slice(0, 1)))).toBeNull();
    expect(readGroupStates("<html>")).toEqual([]);
    expect(readGroupStates([{}, states[0]])).toHaveLength(1);
  });
});

it("reads a person, and none of an answer of another form", () => {
  const user = {
    firstName: "Анна ",
    lastName: "Белова",
    middleName: null,
    email: "Anna@X.ru",
    phone: 79001112233,
  };
  expect(readPerson({ user })).toEqual({
    ...{ firstName: "Анна", middleName: "", lastName: "Белова" },
    ...{ email: "anna@x.ru", phone: "79001112233" },
  });
  expect(readPerson({ error: "x" })).toBeNull();
  const state = { groupId: "1", group: { workspaceId: "-1", type: "P2P" }, opponent: { id: "5", ...user } };
  expect(opponentIn(state as never, "5")).toMatchObject({ lastName: "Белова" });
  expect(opponentIn(state as never, "6")).toBeNull();
  expect(opponentIn(undefined, "5")).toBeNull();
});

describe("planTexts", () => {
  const button = (label: string) => ({ label, data: `d:${label}` });

  it("cuts what is too long, with the buttons under the last piece", () => {
    const pieces = planTexts({ text: "слово ".repeat(1500).trim(), buttons: [[button("Да")]] });
    expect(pieces.length).toBe(3);
    expect(pieces.every(({ text }) => text.length <= 4000)).toBe(true);
    expect(pieces.map(({ buttonsMarkup }) => buttonsMarkup !== undefined)).toEqual([false, false, true]);
  });

  it("shows single buttons in a column and rows as a grid of at most four columns", () => {
    expect(planTexts({ text: "?", buttons: [[button("Да")], [button("Нет")]] })[0]?.buttonsMarkup).toEqual({
      inlineMessageButtons: [
        { id: "1", label: "Да", callbackMessage: "Да", callbackData: "d:Да" },
        { id: "2", label: "Нет", callbackMessage: "Нет", callbackData: "d:Нет" },
      ],
    });
    const markup = planTexts({ text: "?", buttons: [["1", "2", "3", "4", "5"].map(button)] })[0]
      ?.buttonsMarkup;
    expect(
      markup && "gridMessageButtons" in markup && markup.gridMessageButtons.map((row) => row.length),
    ).toEqual([4, 1]);
  });

  it("puts more than twenty buttons under further messages, and never two of one id in a message", () => {
    const pieces = planTexts({
      text: "?",
      buttons: Array.from({ length: 45 }, (_, index) => [button(`${index}`)]),
    });
    const counts = pieces.map(({ buttonsMarkup: made }) =>
      made && "inlineMessageButtons" in made
        ? new Set(made.inlineMessageButtons.map(({ id }) => id)).size
        : 0,
    );
    expect(counts).toEqual([20, 20, 5]);
    expect(pieces.every(({ text }) => text.length > 0)).toBe(true);
  });

  it("writes links, files and places out, and leaves out the page that only opens in another messenger", () => {
    const [piece] = planTexts({
      text: "Прайс здесь",
      entities: [
        { type: "bold", offset: 0, length: 5 },
        { type: "text_link", offset: 6, length: 5, url: "https://example.com/price" },
      ],
      media: [
        { kind: "document", fileName: "price.pdf", link: "https://files.example.com/1" },
        { kind: "location", latitude: 1.5, longitude: 2, title: "Офис" },
      ],
      buttons: [
        [
          { label: "Чат", miniApp: "https://app" },
          { label: "Сайт", url: "https://example.com" },
        ],
      ],
    });
    expect(piece).toEqual({
      text: [
        "Прайс здесь (https://example.com/price)",
        "📎 price.pdf\nhttps://files.example.com/1",
        "📍 Офис, 1.5, 2",
        "Сайт: https://example.com",
      ].join("\n\n"),
    });
  });
});

it.each([
  [401, null, { kind: "unauthorised" }],
  [429, "7", { kind: "retry", afterMs: 7000 }],
  [429, null, { kind: "retry" }],
  [504, null, { kind: "retry" }],
  [403, null, { kind: "no_rights" }],
  [404, null, { kind: "chat_gone" }],
  [400, null, { kind: "refused" }],
])("puts HTTP %s into a kind of ours", (status, retryAfter, expected) => {
  expect(toFailure({ status, retryAfter, body: { message: "planned" } })).toEqual({
    ...{ ok: false, detail: "planned" },
    ...expected,
  });
  expect(toFailure({ status, retryAfter, body: null }).detail).toBe(`HTTP ${status}`);
});

it("takes hosts with or without a slash, and nothing that is no address", () => {
  expect(kchatSettings.parse({})).toMatchObject({
    serves: "both",
    apiBaseUrl: "",
    kchatWorkspaceIds: ["-1"],
  });
  expect(kchatSettings.parse({ apiBaseUrl: " https://chat.firm.ru/ " }).apiBaseUrl).toBe(
    "https://chat.firm.ru",
  );
  for (const apiBaseUrl of ["firm.ru", "ftp://firm.ru", "https://"])
    expect(kchatSettings.safeParse({ apiBaseUrl }).success).toBe(false);
});
