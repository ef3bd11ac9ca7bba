import { useQuery } from "@tanstack/react-query";
import { MessageCircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChatHeader } from "@/components/hub/chat-header";
import { ChatLog } from "@/components/hub/chat-log";
import { StreamSkeleton } from "@/components/hub/stream-skeleton";
import { useChatPages } from "@/components/hub/use-chat-pages";
import type { Selection } from "@/components/hub/use-selection";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

type ChatViewProps = {
  chatId: number;
  /** Opened at this one, with what stands around it; null for the end. */
  messageId: number | null;
  active: HubMessageView | null;
  selection: Selection;
  keys: { current: (by: 1 | -1) => void };
  mayIgnore: boolean;
  onActive: (message: HubMessageView) => void;
  onJump: (messageId: number | null) => void;
  onFilter: (chatId: number) => void;
  onDetails: () => void;
  onLeave: () => void;
};

/** One chat as it went on, by day and author. */
export function ChatView(props: ChatViewProps) {
  const { chatId, messageId } = props;
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const chat = useQuery(trpc.hub.chatInfo.queryOptions({ chatId }));
  const { pages, messages } = useChatPages(chatId, messageId);
  const error = chat.error ?? (messages.length === 0 ? pages.error : null);
  if (error) {
    const isUnknown = error.data?.httpStatus === 404;
    return (
      <EmptyState
        icon={MessageCircleOff}
        title={t(isUnknown ? "chatUnknown" : "chatFailed")}
        hint={isUnknown ? t("chatUnknownHint") : undefined}
        className="m-auto border-0"
      >
        {!isUnknown && (
          <Button
            variant="outline"
            size="small"
            onClick={() => void Promise.all([chat.refetch(), pages.refetch()])}
          >
            {t("retry")}
          </Button>
        )}
        <Button variant="outline" size="small" onClick={props.onLeave}>
          {t("toStream")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <section aria-label={chat.data?.title ?? t("chat")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <ChatHeader
        chat={chat.data}
        mayIgnore={props.mayIgnore}
        onLeave={props.onLeave}
        onDetails={props.onDetails}
        onFilter={() => props.onFilter(chatId)}
      />
      {pages.data ? (
        <ChatLog {...props} messages={messages} pages={pages} />
      ) : (
        <div aria-busy className="min-h-0 flex-1 overflow-hidden">
          <StreamSkeleton />
        </div>
      )}
    </section>
  );
}
