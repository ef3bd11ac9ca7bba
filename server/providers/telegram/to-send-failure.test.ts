import { GrammyError, HttpError } from "grammy";
import { expect, it } from "vitest";
import { isAlreadySo, isTokenRefused, toSendFailure } from "./to-send-failure";

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("call failed", { ok: false, error_code, description, parameters }, "sendMessage", {});

it.each([
  ["Bad Request: message thread not found", "topic_gone"],
  ["Bad Request: TOPIC_DELETED", "topic_gone"],
  ["Bad Request: the chat is not a forum", "not_forum"],
  ["Bad Request: not enough rights to create a topic", "no_rights"],
  ["Bad Request: not enough rights to close or open the topic", "no_rights"],
  ["Bad Request: not enough rights to send text messages to the chat", "no_rights"],
  ["Bad Request: chat not found", "chat_gone"],
  ["Forbidden: the group chat was deleted", "chat_gone"],
  ["Forbidden: bot was kicked from the supergroup chat", "kicked"],
  ["Forbidden: bot is not a member of the supergroup chat", "kicked"],
  ["Forbidden: bot was blocked by the user", "blocked"],
  ["Forbidden: user is deactivated", "blocked"],
  ["Forbidden: bot can't initiate conversation with a user", "blocked"],
  [
    "Bad Request: inline keyboard button Web App URL 'http://a.example' is invalid: Only HTTPS links are allowed",
    "address_refused",
  ],
  ["Bad Request: BUTTON_TYPE_INVALID", "address_refused"],
  ["Bad Request: inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL", "address_refused"],
  ["Bad Request: message is too long", "refused"],
])("knows what “%s” means", (description, kind) => {
  const code = description.startsWith("Forbidden") ? 403 : 400;
  expect(toSendFailure(refusal(code, description))).toEqual({ ok: false, kind, detail: description });
});

it("keeps the pause that Telegram names, and names none of its own", () => {
  const flood = refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 });
  expect(toSendFailure(flood)).toMatchObject({ kind: "retry", afterMs: 7000 });
  for (const error of [refusal(502, "Bad Gateway"), new HttpError("failed", new Error("ECONNRESET"))]) {
    const failure = toSendFailure(error);
    expect(failure.kind).toBe("retry");
    expect(failure).not.toHaveProperty("afterMs");
  }
});

it("follows a group that moved", () => {
  const moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id: -1001,
  });
  expect(toSendFailure(moved)).toMatchObject({ kind: "moved", toChatId: "-1001" });
});

it("tells a refused token from a method nobody knows", () => {
  expect(isTokenRefused(refusal(401, "Unauthorized"))).toBe(true);
  expect(isTokenRefused(refusal(404, "Not Found"))).toBe(true);
  expect(isTokenRefused(refusal(404, "Not Found: method not found"))).toBe(false);
  expect(toSendFailure(refusal(401, "Unauthorized")).kind).toBe("unauthorised");
});

it("takes what is so already for done, and throws on what Telegram did not cause", () => {
  expect(isAlreadySo(refusal(400, "Bad Request: message is not modified: same content"))).toBe(true);
  expect(isAlreadySo(refusal(400, "Bad Request: TOPIC_NOT_MODIFIED"))).toBe(true);
  expect(isAlreadySo(refusal(400, "Bad Request: query is too old and response timeout expired"))).toBe(true);
  expect(isAlreadySo(refusal(400, "Bad Request: chat not found"))).toBe(false);
  expect(() => toSendFailure(new TypeError("ours"))).toThrow("ours");
});
