import type { ChatAction, ChatState, Draft } from "@/components/chat/chat-state";
import { mergeMessages } from "@/components/chat/merge-messages";
import type {
  CustomerConversationView,
  CustomerEvent,
  CustomerMessageView,
} from "@/server/domain/conversations/schema";

/** The screen's next state; pure, and indifferent to doubled or late events. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "opened": {
      const { chat } = action;
      const isFirst = state.messages.length === 0;
      const next = withMessages(withConversation(state, chat.conversation), chat.messages);
      // Pages fetched earlier know better than a fresh first page whether more stands above them.
      return { ...next, companyName: chat.companyName, hasOlder: isFirst ? chat.hasOlder : state.hasOlder };
    }
    case "event":
      return afterEvent(state, action.event);
    case "confirmed":
      return withMessages(state, [action.message]);
    case "conversation":
      return withConversation(state, action.conversation);
    case "queued":
      return { ...state, pending: withoutConfirmed([...state.pending, ...action.messages], state.messages) };
    case "pendingStatus":
      if (!state.pending.some((one) => one.clientId === action.clientId && one.status !== action.status))
        return state;
      return {
        ...state,
        pending: state.pending.map((message) =>
          message.clientId === action.clientId ? { ...message, status: action.status } : message,
        ),
      };
    case "pendingFiles":
      return {
        ...state,
        pending: state.pending.map((message) =>
          message.clientId === action.clientId ? { ...message, files: action.files } : message,
        ),
      };
    case "discarded":
      return { ...state, pending: state.pending.filter((message) => message.clientId !== action.clientId) };
    case "olderStarted":
      return { ...state, older: "loading" };
    case "olderLoaded":
      return { ...withMessages(state, action.messages), hasOlder: action.hasOlder, older: "idle" };
    case "olderFailed":
      return { ...state, older: "failed" };
    case "typingEnded":
      return { ...state, typing: null };
    case "connection":
      return { ...state, connection: action.connection };
  }
}

function afterEvent(state: ChatState, event: CustomerEvent): ChatState {
  switch (event.type) {
    case "message":
      return withMessages(state, [event.message]);
    case "conversation":
      return withConversation(state, event.conversation);
    case "typing":
      return { ...state, typing: event.author };
    case "draft":
      return withDraft(state, event.conversationId, event.text);
  }
}

function withDraft(state: ChatState, conversationId: number, text: string): ChatState {
  if (text === "") return { ...state, draft: null };
  const last = state.messages.at(-1);
  // A hint that was overtaken by the message it led to.
  const isLate =
    (state.conversation !== null && conversationId < state.conversation.id) ||
    (last?.author === "assistant" && last.conversationId === conversationId && last.text.startsWith(text));
  if (isLate) return state;
  const open = state.draft?.conversationId === conversationId ? state.draft : null;
  const key = open?.key ?? `draft:${conversationId}:${last?.id ?? 0}`;
  return { ...state, typing: null, draft: { key, conversationId, text } };
}

function withMessages(state: ChatState, incoming: CustomerMessageView[]): ChatState {
  if (incoming.length === 0) return state;
  const knownIds = new Set(state.messages.map((message) => message.id));
  const messages = mergeMessages(state.messages, incoming);
  const answer = incoming.find((message) => !knownIds.has(message.id) && ends(state.draft, message));
  const fromStaff = incoming.some((message) => !knownIds.has(message.id) && message.author !== "customer");
  return {
    ...state,
    messages,
    pending: withoutConfirmed(state.pending, messages),
    conversation: atLeast(state.conversation, messages.at(-1)),
    typing: fromStaff ? null : state.typing,
    draft: answer ? null : state.draft,
    draftKeys: answer && state.draft ? { ...state.draftKeys, [answer.id]: state.draft.key } : state.draftKeys,
  };
}

function ends(draft: Draft | null, message: CustomerMessageView): boolean {
  return draft?.conversationId === message.conversationId && message.author === "assistant";
}

function withoutConfirmed(
  pending: ChatState["pending"],
  messages: CustomerMessageView[],
): ChatState["pending"] {
  if (pending.length === 0) return pending;
  const confirmed = new Set(messages.map((message) => message.clientId));
  const seen = new Set<string>();
  return pending.filter((message) => {
    if (confirmed.has(message.clientId) || seen.has(message.clientId)) return false;
    seen.add(message.clientId);
    return true;
  });
}

/** A message of a conversation we were not told about yet stands in for it until its own event comes. */
function atLeast(
  conversation: CustomerConversationView | null,
  last: CustomerMessageView | undefined,
): CustomerConversationView | null {
  if (!last || (conversation && last.conversationId < conversation.id)) return conversation;
  if (conversation?.id === last.conversationId) {
    return last.seq > conversation.lastSeq ? { ...conversation, lastSeq: last.seq } : conversation;
  }
  return {
    id: last.conversationId,
    state: "assistant",
    offer: last.kind === "offer" ? "open" : "none",
    rating: null,
    lastSeq: last.seq,
    staffReadSeq: 0,
    customerReadSeq: 0,
    openedAt: last.createdAt,
    closedAt: null,
  };
}

function withConversation(state: ChatState, incoming: CustomerConversationView | null): ChatState {
  const known = state.conversation;
  if (!incoming || (known && incoming.id < known.id)) return state;
  if (known?.id !== incoming.id) return { ...state, conversation: incoming, typing: null, draft: null };
  // Closing is final: an answer that left the server before it says nothing new about the state.
  const isStale = known.state === "closed" && incoming.state !== "closed";
  const conversation: CustomerConversationView = {
    ...(isStale ? known : incoming),
    rating: incoming.rating ?? known.rating,
    lastSeq: Math.max(known.lastSeq, incoming.lastSeq),
    staffReadSeq: Math.max(known.staffReadSeq, incoming.staffReadSeq),
    customerReadSeq: Math.max(known.customerReadSeq, incoming.customerReadSeq),
  };
  const isAnswering = conversation.state === "assistant";
  return { ...state, conversation, draft: isAnswering ? state.draft : null };
}
