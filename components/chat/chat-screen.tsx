import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { ChatComposer } from "@/components/chat/chat-composer";
import { ChatHeader } from "@/components/chat/chat-header";
import { type ChatRow, chatRows } from "@/components/chat/chat-rows";
import type { ChatState } from "@/components/chat/chat-state";
import { useChatTexts } from "@/components/chat/chat-texts";
import { ClosedRow } from "@/components/chat/closed-row";
import { ConversationActions } from "@/components/chat/conversation-actions";
import type { Chat } from "@/components/chat/create-chat";
import { DraftRow } from "@/components/chat/draft-row";
import { MessageList } from "@/components/chat/message-list";
import { MessageRow } from "@/components/chat/message-row";
import { OfferButtons } from "@/components/chat/offer-buttons";
import { PendingRow } from "@/components/chat/pending-row";
import { ConversationSeparator, DaySeparator } from "@/components/chat/separator-row";
import { haptic } from "@/components/chat/telegram-web-app";
import { TypingRow } from "@/components/chat/typing-row";
import { WaitingBanner } from "@/components/chat/waiting-banner";
import type { CitationView } from "@/server/domain/conversations/schema";

// Fetched at the first tap: most visits never look at a source.
const CitationSheet = lazy(async () => {
  const { CitationSheet: sheet } = await import("@/components/chat/citation-sheet");
  return { default: sheet };
});

function managerNameOf({ messages, conversation }: ChatState): string | null {
  const last = messages.findLast(
    (message) => message.author === "manager" && message.conversationId === conversation?.id,
  );
  return last?.authorName ?? null;
}

function wasHelped({ messages, conversation }: ChatState): boolean {
  return messages.some(
    ({ conversationId, author, kind }) =>
      conversationId === conversation?.id &&
      kind === "text" &&
      (author === "assistant" || author === "manager"),
  );
}

/** The open chat: who answers, the history, what can be done, and where to write. */
export function ChatScreen({ chat }: { chat: Chat }) {
  const { t } = useChatTexts();
  const state = useSyncExternalStore(chat.subscribe, chat.getState, chat.getState);
  const { conversation, messages } = state;
  const [citation, setCitation] = useState<CitationView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const rows = useMemo(() => chatRows(state), [state]);
  const closeCitation = useCallback(() => setCitation(null), []);

  const act = async (action: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      await action();
    } catch {
      setFailed(true);
      haptic("failed");
    } finally {
      setBusy(false);
    }
  };

  const openOffer =
    conversation?.state === "assistant" && conversation.offer === "open"
      ? messages.findLast(
          ({ kind, conversationId }) => kind === "offer" && conversationId === conversation.id,
        )
      : undefined;
  const isLed = conversation?.state === "assistant" || conversation?.state === "manager";

  const renderRow = (row: ChatRow) => {
    switch (row.kind) {
      case "day":
        return <DaySeparator date={row.date} />;
      case "newConversation":
        return <ConversationSeparator />;
      case "message":
        return (
          <MessageRow
            message={row.message}
            place={row.place}
            staffReadSeq={row.message.conversationId === conversation?.id ? conversation.staffReadSeq : 0}
            onCitation={setCitation}
            below={
              row.message.id === openOffer?.id && (
                <OfferButtons isBusy={isBusy} onAnswer={(accept) => act(() => chat.answerOffer(accept))} />
              )
            }
          />
        );
      case "pending":
        return (
          <PendingRow message={row.message} place={row.place} onRetry={chat.retry} onDiscard={chat.discard} />
        );
      case "draft":
        return <DraftRow text={row.text} />;
      case "typing":
        return (
          <TypingRow author={row.author} name={row.author === "manager" ? managerNameOf(state) : null} />
        );
      case "closed":
        return (
          <ClosedRow
            rating={row.conversation.rating}
            isBusy={isBusy}
            onRate={(rating) => act(() => chat.rate(row.conversation.id, rating))}
          />
        );
    }
  };

  return (
    <main className="flex h-full flex-col">
      <ChatHeader
        companyName={state.companyName}
        state={conversation?.state ?? null}
        managerName={managerNameOf(state)}
        connection={state.connection}
      />
      {conversation?.state === "waiting" && <WaitingBanner />}
      <MessageList
        rows={rows}
        hasOlder={state.hasOlder}
        older={state.older}
        onOlder={chat.loadOlder}
        onSeen={chat.markRead}
        renderRow={renderRow}
      />
      <div className="chat-bottom">
        {hasFailed && (
          <p role="alert" className="px-4 pb-2 text-center text-[13px] text-(--chat-danger)">
            {t("actionFailed")}
          </p>
        )}
        <div className="chat-bar">
          <ConversationActions
            canCall={!conversation || conversation.state === "assistant"}
            canClose={isLed && !openOffer && wasHelped(state)}
            isBusy={isBusy}
            onCall={() => act(chat.callOperator)}
            onSatisfied={() => act(chat.markSatisfied)}
          />
          <ChatComposer
            isClosed={conversation?.state === "closed"}
            onSend={(text) => {
              haptic("sent");
              chat.send(text);
            }}
          />
        </div>
      </div>
      <Suspense>{citation && <CitationSheet citation={citation} onClose={closeCitation} />}</Suspense>
    </main>
  );
}
