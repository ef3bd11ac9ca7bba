import { expect, test } from "vitest";
import { chatRows } from "@/components/chat/chat-rows";
import { emptyChatState } from "@/components/chat/chat-state";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

function message(
  id: number,
  createdAt: string,
  more: Partial<CustomerMessageView> = {},
): CustomerMessageView {
  return {
    id,
    conversationId: 1,
    seq: id,
    author: "customer",
    kind: "text",
    authorName: null,
    text: "text",
    clientId: null,
    replyTo: null,
    citations: [],
    createdAt,
    editedAt: null,
    deleted: false,
    status: null,
    failure: null,
    entities: [],
    attachments: [],
    reactions: [],
    ...more,
  };
}

const kinds = (rows: ReturnType<typeof chatRows>) => rows.map(({ kind }) => kind);

test("days and conversations are told apart, but not above what is still to be loaded", () => {
  const messages = [
    message(1, "2026-05-01T12:00:00.000Z"),
    message(2, "2026-05-03T12:00:00.000Z"),
    message(3, "2026-05-03T12:01:00.000Z", { conversationId: 2 }),
  ];
  const expected = ["message", "day", "message", "newConversation", "message"];
  expect(kinds(chatRows({ ...emptyChatState, messages, hasOlder: true }))).toEqual(expected);
  expect(kinds(chatRows({ ...emptyChatState, messages }))).toEqual(["day", ...expected]);
});

test("bubbles group by author and time", () => {
  const messages = [
    message(1, "2026-05-01T12:00:00.000Z"),
    message(2, "2026-05-01T12:01:00.000Z"),
    message(3, "2026-05-01T12:30:00.000Z"),
  ];
  const places = chatRows({ ...emptyChatState, messages }).flatMap((row) =>
    row.kind === "message" ? [row.place] : [],
  );
  expect(places).toEqual([
    { isFirst: true, isLast: false },
    { isFirst: false, isLast: true },
    { isFirst: true, isLast: true },
  ]);
});

test("a message keeps the key of the pending one it confirms, and keys are never doubled", () => {
  const at = "2026-05-01T12:00:00.000Z";
  const pending = [
    { clientId: "a", text: "text", createdAt: at, files: [], replyTo: null, status: "sending" as const },
  ];
  expect(chatRows({ ...emptyChatState, pending }).at(-1)?.key).toBe("a");
  const messages = [message(1, at, { clientId: "a" }), message(2, at, { clientId: "a", conversationId: 2 })];
  const keys = chatRows({ ...emptyChatState, messages }).map(({ key }) => key);
  expect(keys).toContain("a");
  expect(new Set(keys).size).toBe(keys.length);
});
