import { expect, test } from "vitest";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";
import { freshMessages } from "./fresh-messages";
import { messagesAsCsv, messagesAsText } from "./messages-as-text";

const message = (id: number, change: Partial<HubMessageView> = {}): HubMessageView => ({
  id,
  chat: {
    id: 1,
    externalId: "-1001",
    resourceId: 1,
    provider: "telegram",
    type: "supergroup",
    title: "Розы, опт",
  },
  contact: null,
  author: "contact",
  authorName: "Ана",
  role: "client",
  type: "text",
  text: `words ${id}`,
  transcript: null,
  snippet: null,
  isAutomatic: false,
  isForwarded: false,
  forwardedFrom: null,
  hasFile: false,
  albumId: null,
  attachments: [],
  isReply: false,
  replyToId: null,
  conversationId: null,
  intent: null,
  intentConfidence: null,
  sentiment: null,
  urgent: false,
  sentAt: new Date(1_700_000_000_000 + id * 1000).toISOString(),
  editedAt: null,
  deletedAt: null,
  ...change,
});

test("a message is no formula and no line break in a spreadsheet, and stands in its order", () => {
  const csv = messagesAsCsv([
    message(2, { text: '=1+1, "so"\nnext' }),
    message(1, { intent: "order", urgent: true }),
  ]);
  const [head, first] = csv.split("\r\n");
  expect(head).toBe(
    "\uFEFFid,sent_at,chat,author,username,role,type,text,intent,confidence,sentiment,urgent",
  );
  expect(first).toContain('"Розы, опт",Ана,,client,text,words 1,order,,,yes');
  expect(csv).toContain(`"'=1+1, ""so""\nnext"`);
  expect(messagesAsText([message(2), message(1)], () => "now")).toBe(
    "Ана · Розы, опт · now\nwords 1\n\nАна · Розы, опт · now\nwords 2",
  );
});

test("what came since stands apart, what changed is shown as it is now, and nothing twice", () => {
  const known = [message(3), message(2), message(2), message(1)];
  const { messages, news } = freshMessages(known, [message(5), message(3, { text: "edited" }), message(2)]);
  expect(messages.map(({ id, text }) => [id, text])).toEqual([
    [3, "edited"],
    [2, "words 2"],
    [1, "words 1"],
  ]);
  expect(news.map(({ id }) => id)).toEqual([5]);
  expect(freshMessages([], [message(1)]).news).toHaveLength(1);
});
