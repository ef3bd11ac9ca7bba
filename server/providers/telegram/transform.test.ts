import { expect, it } from "vitest";
import type { TextEntity } from "@/server/lib/text-entity";
import { toTelegramMessages } from "./transform";

const buttons = [
  [{ label: "Yes", data: "offer:yes:1" }],
  [{ label: "Open chat", miniApp: "http://localhost:3000/chat?bot=1" }],
];

it("sends plain text with entities, no preview and no parse mode", () => {
  const text = "*not* <b>markup</b>";
  const [message] = toTelegramMessages(
    { text, entities: [{ type: "bold", offset: 0, length: 5 }] },
    { chatId: "1" },
    "buttons",
  );
  expect(message).toEqual({
    text,
    options: {
      link_preview_options: { is_disabled: true },
      entities: [{ type: "bold", offset: 0, length: 5 }],
    },
  });
});

it("addresses topic and reply, and puts the buttons under the last piece", () => {
  const text = `${"a".repeat(4000)}\n\n${"b".repeat(200)}`;
  const message = { text, buttons, replyToExternalId: "9", silent: true };
  const [first, last, more] = toTelegramMessages(message, { chatId: "-1", topicId: "5" }, "buttons");
  expect(more).toBeUndefined();
  expect(first?.options).toMatchObject({
    message_thread_id: 5,
    reply_parameters: { message_id: 9, allow_sending_without_reply: true },
    disable_notification: true,
  });
  expect(first?.options.reply_markup).toBeUndefined();
  expect(last?.options.reply_parameters).toBeUndefined();
  expect(last?.options.message_thread_id).toBe(5);
  expect(last?.options.reply_markup).toEqual({
    inline_keyboard: [
      [{ text: "Yes", callback_data: "offer:yes:1" }],
      [{ text: "Open chat", web_app: { url: "http://localhost:3000/chat?bot=1" } }],
    ],
  });
});

it("keeps bold parts in the piece they lie in", () => {
  const text = `${"a".repeat(4090)}\n\nName and more`;
  const entities: TextEntity[] = [
    { type: "bold", offset: 4088, length: 2 },
    { type: "bold", offset: 4092, length: 4 },
  ];
  const [first, second] = toTelegramMessages({ text, entities }, { chatId: "1" }, "buttons");
  expect(first?.options.entities).toEqual([{ type: "bold", offset: 4088, length: 2 }]);
  expect(second?.text.slice(0, 4)).toBe("Name");
  expect(second?.options.entities).toEqual([{ type: "bold", offset: 0, length: 4 }]);
});

it("writes links out where their addresses are refused, and keeps the other buttons", () => {
  const [message] = toTelegramMessages({ text: "Hello", buttons }, { chatId: "1" }, "text");
  expect(message?.text).toBe("Hello\n\nOpen chat: http://localhost:3000/chat?bot=1");
  expect(message?.options.reply_markup?.inline_keyboard).toEqual([
    [{ text: "Yes", callback_data: "offer:yes:1" }],
  ]);
});
