import { describe, expect, test } from "vitest";
import { chatReducer } from "@/components/chat/chat-reducer";
import { type ChatAction, type ChatState, emptyChatState } from "@/components/chat/chat-state";
import type { CustomerConversationView, CustomerMessageView } from "@/server/domain/conversations/schema";

function message(id: number, more: Partial<CustomerMessageView> = {}): CustomerMessageView {
  return {
    id,
    conversationId: 1,
    seq: id,
    author: "customer",
    kind: "text",
    authorName: null,
    text: `text ${id}`,
    clientId: null,
    replyTo: null,
    citations: [],
    createdAt: "2026-05-01T10:00:00.000Z",
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

function conversation(more: Partial<CustomerConversationView> = {}): CustomerConversationView {
  return {
    id: 1,
    state: "assistant",
    offer: "none",
    rating: null,
    lastSeq: 0,
    staffReadSeq: 0,
    customerReadSeq: 0,
    openedAt: "2026-05-01T10:00:00.000Z",
    closedAt: null,
    ...more,
  };
}

function arrived(...messages: CustomerMessageView[]): ChatAction[] {
  return messages.map((one) => ({ type: "event", event: { type: "message", message: one } }));
}

function reduced(...actions: ChatAction[]): ChatState {
  return actions.reduce(chatReducer, emptyChatState);
}

const pending = {
  clientId: "a",
  text: "hi",
  createdAt: "2026-05-01T10:00:00.000Z",
  files: [],
  replyTo: null,
  status: "sending" as const,
};

describe("messages", () => {
  test("stand once and in order, however often and in whatever order they come", () => {
    const state = reduced(...arrived(message(3), message(1), message(3), message(2)));
    expect(state.messages.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test("of a later conversation stand below, though their numbers begin anew", () => {
    const state = reduced(...arrived(message(9, { conversationId: 2, seq: 1 }), message(5, { seq: 7 })));
    expect(state.messages.map(({ id }) => id)).toEqual([5, 9]);
    expect(state.conversation?.id).toBe(2);
  });

  test("keep their newest text when an older version comes late", () => {
    const edited = message(1, { text: "new", editedAt: "2026-05-01T10:05:00.000Z" });
    const state = reduced(...arrived(edited, message(1, { text: "old" })));
    expect(state.messages[0]?.text).toBe("new");
  });

  test("never lose a tick they had", () => {
    const state = reduced(...arrived(message(1, { status: "read" }), message(1, { status: "sent" })));
    expect(state.messages[0]?.status).toBe("read");
  });

  test("of an older page come in above", () => {
    const page: ChatAction = { type: "olderLoaded", messages: [message(1), message(2)], hasOlder: false };
    const state = reduced(...arrived(message(3)), { type: "olderStarted" }, page);
    expect(state.messages.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(state).toMatchObject({ hasOlder: false, older: "idle" });
  });
});

describe("optimistic sending", () => {
  test("a confirmed message takes the place of the pending one, by answer or by event", () => {
    const confirmed = message(1, { clientId: "a" });
    const queued: ChatAction = { type: "queued", messages: [pending] };
    const byAnswer = reduced(queued, { type: "confirmed", message: confirmed });
    const byEvent = reduced(queued, ...arrived(confirmed), { type: "confirmed", message: confirmed });
    for (const state of [byAnswer, byEvent]) {
      expect(state.pending).toEqual([]);
      expect(state.messages).toHaveLength(1);
    }
  });

  test("what the server knows already is not queued again after a reload", () => {
    const state = reduced(...arrived(message(1, { clientId: "a" })), {
      type: "queued",
      messages: [pending, pending],
    });
    expect(state.pending).toEqual([]);
  });

  test("a failure is marked on its message alone", () => {
    const other = { ...pending, clientId: "b" };
    const state = reduced(
      { type: "queued", messages: [pending, other] },
      { type: "pendingStatus", clientId: "b", status: "failed" },
    );
    expect(state.pending.map(({ status }) => status)).toEqual(["sending", "failed"]);
  });
});

describe("drafts", () => {
  const draft = (text: string): ChatAction => ({
    type: "event",
    event: { type: "draft", conversationId: 1, text },
  });
  const answer = message(2, { author: "assistant", text: "One. Two." });

  test("grow under one key, which the final message takes over", () => {
    const growing = reduced(...arrived(message(1)), draft("One."), draft("One. Two."));
    expect(growing.draft?.text).toBe("One. Two.");
    const done = arrived(answer).reduce(chatReducer, growing);
    expect(done.draft).toBeNull();
    expect(done.draftKeys[2]).toBe(growing.draft?.key);
  });

  test("that come after their message are ignored", () => {
    expect(reduced(...arrived(message(1), answer), draft("One.")).draft).toBeNull();
  });

  test("are withdrawn by an empty one, and when a manager takes over", () => {
    expect(reduced(draft("One."), draft("")).draft).toBeNull();
    const led: ChatAction = {
      type: "event",
      event: { type: "conversation", conversation: conversation({ state: "manager" }) },
    };
    expect(
      reduced({ type: "conversation", conversation: conversation() }, draft("One."), led).draft,
    ).toBeNull();
  });

  test("and answers end the typing hint", () => {
    const typing: ChatAction = { type: "event", event: { type: "typing", author: "assistant" } };
    expect(reduced(typing, draft("One.")).typing).toBeNull();
    expect(reduced(typing, ...arrived(answer)).typing).toBeNull();
  });
});

describe("the conversation", () => {
  const told = (more: Partial<CustomerConversationView>): ChatAction => ({
    type: "conversation",
    conversation: conversation(more),
  });

  test("closed stays closed, whatever answer comes late", () => {
    const state = reduced(
      told({ state: "closed", closedAt: "2026-05-01T11:00:00.000Z" }),
      told({ state: "manager" }),
    );
    expect(state.conversation).toMatchObject({ state: "closed", closedAt: "2026-05-01T11:00:00.000Z" });
  });

  test("keeps the highest read marks and a given rating", () => {
    const state = reduced(
      told({ state: "closed", rating: 5, staffReadSeq: 4 }),
      told({ state: "closed", staffReadSeq: 2 }),
    );
    expect(state.conversation).toMatchObject({ rating: 5, staffReadSeq: 4 });
  });

  test("is not replaced by an earlier one", () => {
    expect(reduced(told({ id: 2 }), told({ id: 1, state: "closed" })).conversation?.id).toBe(2);
  });

  test("is opened by a message of a new one before its own event comes", () => {
    const state = reduced(told({ state: "closed" }), ...arrived(message(9, { conversationId: 2, seq: 1 })));
    expect(state.conversation).toMatchObject({ id: 2, state: "assistant", lastSeq: 1 });
  });
});
