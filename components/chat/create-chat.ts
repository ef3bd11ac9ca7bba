import { awaitUploads } from "@/components/chat/await-uploads";
import { chatReducer } from "@/components/chat/chat-reducer";
import { SessionError, type SessionRefusal } from "@/components/chat/chat-session";
import {
  type ChatAction,
  type ChatState,
  emptyChatState,
  type PendingMessage,
} from "@/components/chat/chat-state";
import { type ChatTransport, callFailure } from "@/components/chat/chat-transport";
import { followEvents } from "@/components/chat/follow-events";
import { newClientId } from "@/components/chat/new-client-id";
import type { Kept, Outbox } from "@/components/chat/outbox";
import { createSender } from "@/components/chat/send-outbox";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import type { Upload } from "@/components/chat/uploads/upload";
import type { CustomerEvent } from "@/server/domain/conversations/schema";

const TYPING_MS = 6_000;
const PAGE_SIZE = 50;
/** So far back one jump leads, in pages. */
const MOST_PAGES = 20;

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

/** What the customer sends in one go. */
export type NewMessage = { text: string; uploads: Upload[]; replyTo: PendingMessage["replyTo"] };

/** The chat's state and everything that can be done in it; `open` first, `stop` at the end. */
export function createChat(
  transport: ChatTransport,
  outbox: Outbox,
  loadUploads: () => Promise<Uploads>,
  watcher: Watcher,
) {
  let state: ChatState = emptyChatState;
  let cursor = "";
  let seen = { conversationId: 0, seq: 0 };
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let events: ReturnType<typeof followEvents> | null = null;
  let isStopped = false;
  /** Pictures of sent files that this page holds, by client id. */
  const previews = new Map<string, (string | null)[]>();
  const listeners = new Set<() => void>();

  const dispatch = (action: ChatAction): void => {
    const next = chatReducer(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const onStatus = (clientId: string, status: PendingMessage["status"]): void =>
    dispatch({ type: "pendingStatus", clientId, status });
  const sender = createSender(transport, outbox, {
    onStatus,
    onSent: (message) => dispatch({ type: "confirmed", message }),
    onSession: () => watcher.onSessionLost("expired"),
  });

  const post = (message: Kept): void => {
    outbox.add(message);
    void sender.drain();
  };
  const files = awaitUploads(loadUploads, {
    onStatus,
    onFiles: (clientId, uploaded) => dispatch({ type: "pendingFiles", clientId, files: uploaded }),
    onReady: post,
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

  const loadOlder = async (): Promise<void> => {
    const oldest = state.messages[0];
    if (!oldest || !state.hasOlder || state.older === "loading") return;
    dispatch({ type: "olderStarted" });
    try {
      const page = await transport.history.query({ beforeId: oldest.id, limit: PAGE_SIZE });
      dispatch({ type: "olderLoaded", ...page });
    } catch {
      dispatch({ type: "olderFailed" });
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
    uploads: files.open,
    send: ({ text, uploads, replyTo }: NewMessage): void => {
      const kept = uploads.map(({ key, fileId, kind, name, sizeBytes }) => ({
        key,
        fileId,
        kind,
        name,
        sizeBytes,
      }));
      const message = {
        clientId: newClientId(),
        text,
        createdAt: new Date().toISOString(),
        files: kept,
        replyTo,
      };
      if (uploads.length > 0)
        previews.set(
          message.clientId,
          uploads.map(({ previewUrl }) => previewUrl),
        );
      dispatch({ type: "queued", messages: [{ ...message, status: "sending" }] });
      if (kept.some(({ fileId }) => fileId === null)) files.add(message);
      else post(message);
    },
    /** Pictures of a message's files by place, as far as this page has sent them. */
    previewsOf: (clientId: string | null) => (clientId === null ? undefined : previews.get(clientId)),
    retry: (clientId: string): void => {
      if (!files.retry(clientId)) void sender.retry(clientId);
    },
    discard: (clientId: string): void => {
      files.discard(clientId);
      sender.discard(clientId);
      dispatch({ type: "discarded", clientId });
    },
    edit: async (messageId: number, text: string): Promise<void> =>
      dispatch({ type: "confirmed", message: await transport.edit.mutate({ messageId, text }) }),
    react: async (messageId: number, emoji: string | null): Promise<void> =>
      dispatch({ type: "confirmed", message: await transport.react.mutate({ messageId, emoji }) }),
    retryDelivery: async (messageId: number): Promise<void> =>
      dispatch({ type: "confirmed", message: await transport.retryDelivery.mutate({ messageId }) }),
    loadOlder,
    /** Loads the history back to this message, as far as it goes. */
    loadBackTo: async (messageId: number): Promise<void> => {
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const oldest = state.messages[0];
        if (!oldest || !state.hasOlder || oldest.id <= messageId) return;
        await loadOlder();
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
      files.resume();
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
