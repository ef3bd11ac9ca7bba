import { expect, it } from "vitest";
import { mayRepeat } from "./may-repeat";

const message = { type: "message", message: { text: "Hi" } };
const edit = { type: "edit", externalId: "1", message: { text: "Hi" } };

it.each([
  ["a line in a topic", { act: message, topicId: 7, approvalId: null, attempts: 1 }, true],
  ["an edit in a private chat", { act: edit, topicId: null, approvalId: null, attempts: 1 }, true],
  ["a message to a customer", { act: message, topicId: null, approvalId: null, attempts: 1 }, false],
  ["what people approved", { act: message, topicId: null, approvalId: 3, attempts: 1 }, true],
  ["what may be what kills the process", { act: message, topicId: 7, approvalId: null, attempts: 5 }, false],
])("after a crash: %s", (_what, delivery, expected) => {
  expect(mayRepeat(delivery)).toBe(expected);
});
