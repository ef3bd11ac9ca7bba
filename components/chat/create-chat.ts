import { chatReducer } from "@/components/chat/chat-reducer";
import { SessionError, type SessionRefusal } from "@/components/chat/chat-session";
import { type ChatAction, type ChatState, emptyChatState } from "@/components/chat/chat-state";
import { type ChatTransport, callFailure } from "@/components/chat/chat-transport";
import { followEvents } from "@/components/chat/follow-events";
import { newClientId } from "@/components/chat/new-client-id";
import type { Outbox } from "@/components/chat/outbox";
import { createSender } from "@/components/chat/send-outbox";
import type { CustomerEvent } from "@/server/domain/conversations/schema";

const TYPING_MS = 6_000;
const PAGE_SIZE = 50;

export type Chat = ReturnType<typeof createChat>;

type Watcher = {
  /** The session ended and Telegram must open the page anew. */
  onSessionLost(refusal: SessionRefusal): void;
  onEvent(event: CustomerEvent): void;
};

function refusalOf(error: unknown): SessionRefusal {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof SessionError) return cause.refusal;
  const failure = callFailure(error);
  if (failure === "transient") return "unreachable";
  return failure === "session" ? "expired" : "refused";
}

/** The chat's state and everything that can be done in it; `open` first, `stop` at the end. */
export function createChat(transport: ChatTransport, outbox: Outbox, watcher: Watcher) {
  let state: ChatState = emptyChatState;
  let cursor = "";
  let seen = { conversationId: 0, seq: 0 };
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let events: ReturnType<typeof followEvents> | null = null;
  let isStopped = false;
  const listeners = new Set<() => void>();

  const dispatch = (action: ChatAction): void => {
    const next = chatReducer(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const sender = createSender(transport, outbox, {
    onStatus: (clientId, status) => dispatch({ type: "pendingStatus", clientId, status }),
    onSent: (message) => dispatch({ type: "confirmed", message }),
    onSession: () => watcher.onSessionLost("expired"),
  });

  const load = async (): Promise<void> => {
    const chat = await transport.open.query();
    if (isStopped) return;
    cursor = chat.cursor;
    dispatch({ type: "opened", chat });
    outbox.remove(state.messages.flatMap((message) => message.clientId ?? []));
    dispatch({ type: "queued", messages: outbox.read().map((kept) => ({ ...kept, status: "sending" })) });
  };

  const follow = (): void => {
    events?.stop();
    events = followEvents(transport, {
      cursor: () => cursor,
      onConnection: (connection) =>
        dispatch({
          type: "connection",
          connection: connection !== "live" && !navigator.onLine ? "offline" : connection,
        }),
      onEvent: (event, position) => {
        cursor = position;
        dispatch({ type: "event", event });
        if (event.type === "message" && event.message.clientId) outbox.remove([event.message.clientId]);
        clearTimeout(typingTimer);
        if (state.typing) typingTimer = setTimeout(() => dispatch({ type: "typingEnded" }), TYPING_MS);
        watcher.onEvent(event);
      },
      onRefused: (failure) => {
        if (failure === "session") watcher.onSessionLost("expired");
        // The position is no longer known there: look at everything again.
        else setTimeout(() => void reload(), 2_000);
      },
    });
  };

  const reload = async (): Promise<void> => {
    if (isStopped) return;
    try {
      await load();
      follow();
    } catch (error) {
      if (refusalOf(error) === "unreachable") setTimeout(() => void reload(), 5_000);
      else watcher.onSessionLost(refusalOf(error));
    }
  };

  return {
    getState: (): ChatState => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Loads the chat and starts to follow it; "opened" or why it could not. */
    open: async (): Promise<"opened" | SessionRefusal> => {
      try {
        await load();
      } catch (error) {
        return refusalOf(error);
      }
      if (!isStopped) {
        follow();
        void sender.drain();
      }
      return "opened";
    },
    send: (text: string): void => {
      const message = { clientId: newClientId(), text, createdAt: new Date().toISOString() };
      outbox.add(message);
      dispatch({ type: "queued", messages: [{ ...message, status: "sending" }] });
      void sender.drain();
    },
    retry: (clientId: string): void => void sender.retry(clientId),
    discard: (clientId: string): void => {
      sender.discard(clientId);
      dispatch({ type: "discarded", clientId });
    },
    loadOlder: async (): Promise<void> => {
      const oldest = state.messages[0];
      if (!oldest || !state.hasOlder || state.older === "loading") return;
      dispatch({ type: "olderStarted" });
      try {
        const page = await transport.history.query({ beforeId: oldest.id, limit: PAGE_SIZE });
        dispatch({ type: "olderLoaded", ...page });
      } catch {
        dispatch({ type: "olderFailed" });
      }
    },
    /** Tells the server what was seen, at most once for each message. */
    markRead: (conversationId: number, seq: number): void => {
      const { conversation } = state;
      if (conversation?.id !== conversationId || seq <= conversation.customerReadSeq) return;
      if (seen.conversationId === conversationId && seq <= seen.seq) return;
      seen = { conversationId, seq };
      transport.markRead.mutate(seen).then(
        (marked) => dispatch({ type: "conversation", conversation: marked }),
        () => {
          seen = { conversationId: 0, seq: 0 };
        },
      );
    },
    callOperator: async (): Promise<void> =>
      dispatch({ type: "conversation", conversation: await transport.callOperator.mutate() }),
    answerOffer: async (accept: boolean): Promise<void> =>
      dispatch({ type: "conversation", conversation: await transport.answerOffer.mutate({ accept }) }),
    markSatisfied: async (): Promise<void> =>
      dispatch({ type: "conversation", conversation: await transport.markSatisfied.mutate() }),
    rate: async (conversationId: number, rating: number): Promise<void> =>
      dispatch({
        type: "conversation",
        conversation: await transport.rate.mutate({ conversationId, rating }),
      }),
    /** Looks at once whether there is anything new, and sends what could not go. */
    wake: (): void => {
      events?.reconnect();
      void sender.drain();
    },
    lookOffline: (): void => dispatch({ type: "connection", connection: "offline" }),
    stop: (): void => {
      isStopped = true;
      clearTimeout(typingTimer);
      events?.stop();
    },
  };
}
