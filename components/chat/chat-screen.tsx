import { useCallback, useMemo, useState, useSyncExternalStore } from "react";
import { type ChatActs, ChatActsContext } from "@/components/chat/chat-acts";
import { ChatHeader } from "@/components/chat/chat-header";
import { ChatOverlays, type Overlay } from "@/components/chat/chat-overlays";
import { type ChatRow, chatRows } from "@/components/chat/chat-rows";
import type { ChatState } from "@/components/chat/chat-state";
import { useChatTexts } from "@/components/chat/chat-texts";
import { ChatWriting } from "@/components/chat/chat-writing";
import { ClosedRow } from "@/components/chat/closed-row";
import type { Reference } from "@/components/chat/composer-reference";
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
import { useChosenFiles } from "@/components/chat/use-chosen-files";
import { WaitingBanner } from "@/components/chat/waiting-banner";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

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

function canEdit({ conversation }: ChatState, message: CustomerMessageView): boolean {
  return (
    message.author === "customer" &&
    !message.deleted &&
    message.text !== "" &&
    message.conversationId === conversation?.id &&
    conversation.state !== "closed"
  );
}

/** The open chat: who answers, the history, what can be done, and where to write. */
export function ChatScreen({ chat }: { chat: Chat }) {
  const { t } = useChatTexts();
  const state = useSyncExternalStore(chat.subscribe, chat.getState, chat.getState);
  const { conversation, messages } = state;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [reference, setReference] = useState<Reference | null>(null);
  const [target, setTarget] = useState<{ messageId: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const rows = useMemo(() => chatRows(state), [state]);
  const closeOverlay = useCallback(() => setOverlay(null), []);

  const act = useCallback(async (action: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailed(false);
    try {
      await action();
      return true;
    } catch {
      setFailed(true);
      haptic("failed");
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const { uploads, choose } = useChosenFiles(chat, act);

  const acts = useMemo<ChatActs>(
    () => ({
      uploads,
      previewsOf: chat.previewsOf,
      look: (pictures, at) => setOverlay({ kind: "pictures", pictures, at }),
      openMenu: (message, anchor) =>
        setOverlay({ kind: "menu", message, anchor: anchor.getBoundingClientRect() }),
      find: (messageId) => chat.getState().messages.find(({ id }) => id === messageId),
      react: (message, emoji) => void act(() => chat.react(message.id, emoji)),
      retryDelivery: (messageId) => void act(() => chat.retryDelivery(messageId)),
      jumpTo: (messageId) =>
        void act(async () => {
          await chat.loadBackTo(messageId);
          setTarget({ messageId });
        }),
    }),
    [uploads, act, chat],
  );

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
            onCitation={(citation) => setOverlay({ kind: "citation", citation })}
            below={
              row.message.id === openOffer?.id && (
                <OfferButtons isBusy={isBusy} onAnswer={(accept) => act(() => chat.answerOffer(accept))} />
              )
            }
          />
        );
      case "pending":
        return (
          <PendingRow
            message={row.message}
            place={row.place}
            isOffline={state.connection === "offline"}
            onRetry={chat.retry}
            onDiscard={chat.discard}
          />
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
    <ChatActsContext value={acts}>
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
          target={target}
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
            <ChatWriting
              isClosed={conversation?.state === "closed"}
              isBusy={isBusy}
              reference={reference}
              uploads={uploads}
              onReference={setReference}
              onFiles={choose}
              onSend={(message) => {
                haptic("sent");
                chat.send(message);
              }}
              onEdit={(messageId, text) => act(() => chat.edit(messageId, text))}
              onEditLast={() => {
                const last = messages.findLast((message) => canEdit(state, message));
                if (last) setReference({ mode: "edit", message: last });
              }}
            />
          </div>
        </div>
        <ChatOverlays
          overlay={overlay}
          canEdit={(message) => canEdit(state, message)}
          onClose={closeOverlay}
          onReference={setReference}
          onReact={acts.react}
          onFailed={() => setFailed(true)}
        />
      </main>
    </ChatActsContext>
  );
}
