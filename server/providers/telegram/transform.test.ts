import { expect, it } from "vitest";
import { entitiesWithin, sendOptions, toKeyboard } from "./transform";

const buttons = [
  [{ label: "Yes", data: "offer:yes:1" }],
  [{ label: "Open chat", miniApp: "http://localhost:3000/chat?bot=1" }],
];

it("addresses topic and reply; only the first part answers", () => {
  const message = { text: "Hi", replyToExternalId: "9", silent: true };
  const target = { chatId: "-1", topicId: "5" };
  expect(sendOptions(message, target, true)).toEqual({
    message_thread_id: 5,
    reply_parameters: { message_id: 9, allow_sending_without_reply: true },
    disable_notification: true,
  });
  expect(sendOptions(message, target, false)).not.toHaveProperty("reply_parameters");
  expect(sendOptions({ text: "Hi" }, { chatId: "1" }, true)).toEqual({});
});

it("puts buttons into Telegram's words, without links where their addresses are refused", () => {
  const yes = { text: "Yes", callback_data: "offer:yes:1" };
  const open = { text: "Open chat", web_app: { url: "http://localhost:3000/chat?bot=1" } };
  expect(toKeyboard(buttons, false)).toEqual({ inline_keyboard: [[yes], [open]] });
  expect(toKeyboard(buttons, true)).toEqual({ inline_keyboard: [[yes]] });
  expect(toKeyboard([], false)).toBeUndefined();
});

it("gives each piece its part of a format that crosses the cut", () => {
  const entities = [
    { type: "bold", offset: 2, length: 10 },
    { type: "text_link", offset: 8, length: 20, url: "https://example.com/" },
  ] as const;
  expect(entitiesWithin([...entities], 0, 9)).toEqual([
    { type: "bold", offset: 2, length: 7 },
    { type: "text_link", offset: 8, length: 1, url: "https://example.com/" },
  ]);
  expect(entitiesWithin([...entities], 10, 100)).toEqual([
    { type: "bold", offset: 0, length: 2 },
    { type: "text_link", offset: 0, length: 18, url: "https://example.com/" },
  ]);
  expect(entitiesWithin([...entities], 50, 10)).toBeUndefined();
});
