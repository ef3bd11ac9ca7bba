import { expect, test } from "vitest";
import { readCommand } from "./read-command";

test.each([
  ["/start", { name: "start", rest: "" }],
  ["/START", { name: "start", rest: "" }],
  ["/start deep-link", { name: "start", rest: "deep-link" }],
  ["  /help ", { name: "help", rest: "" }],
  ["/help@sava_bot", { name: "help", rest: "" }],
  ["/help@SAVA_BOT", { name: "help", rest: "" }],
  ["/note первая\nвторая", { name: "note", rest: "первая\nвторая" }],
  ["/addmanager 123 Ana B", { name: "addmanager", rest: "123 Ana B" }],
  ["/help@other_bot", null],
  ["привет /start", null],
  ["/", null],
  ["//start", null],
  ["/50 процентов", null],
  ["", null],
])("«%s»", (text, command) => {
  expect(readCommand(text, "sava_bot")).toEqual(command);
});

test("a command for a named bot is nobody's while the bot's own name is unknown", () => {
  expect(readCommand("/help@sava_bot", undefined)).toBeNull();
});
