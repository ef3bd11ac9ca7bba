import { RotateCw, Trash2, X } from "lucide-react";
import { lazy, Suspense } from "react";
import type { GroupPlace } from "@/components/chat/chat-rows";
import type { PendingMessage } from "@/components/chat/chat-state";
import { useChatTexts } from "@/components/chat/chat-texts";
import { MessageBubble } from "@/components/chat/message-bubble";
import { MessageText } from "@/components/chat/message-text";
import { MessageTicks } from "@/components/chat/message-ticks";
import { ReplyQuote } from "@/components/chat/reply-quote";

const PendingFiles = lazy(async () => {
  const { PendingFiles: files } = await import("@/components/chat/uploads/pending-files");
  return { default: files };
});

type PendingRowProps = {
  message: PendingMessage;
  place: GroupPlace;
  isOffline: boolean;
  onRetry(clientId: string): void;
  onDiscard(clientId: string): void;
};

/** A message that is still on its way, or did not get there: then it can be tried again or taken back. */
export function PendingRow({ message, place, isOffline, onRetry, onDiscard }: PendingRowProps) {
  const { t, clock } = useChatTexts();
  const isTooFast = message.status === "waiting";
  // What only the connection holds up goes by itself, too.
  const isWaiting = isTooFast || (isOffline && message.status === "failed");
  const isStuck = message.status !== "sending" && !isWaiting;
  const isUploading = !isStuck && !isWaiting && message.files.some(({ fileId }) => fileId === null);
  const isPicture = message.files.length > 0 && message.files.every(({ kind }) => kind === "photo");
  return (
    <MessageBubble
      author="customer"
      name={null}
      place={place}
      look={isPicture ? "picture" : undefined}
      meta={
        <>
          <time dateTime={message.createdAt}>{clock(new Date(message.createdAt))}</time>
          <MessageTicks status={isStuck ? "failed" : "sending"} />
        </>
      }
      below={
        isUploading ? (
          <button
            type="button"
            className="chat-link-button mt-1 text-[13px] text-(--chat-link)"
            onClick={() => onDiscard(message.clientId)}
          >
            <X aria-hidden="true" className="size-3.5" />
            {t("cancel")}
          </button>
        ) : isWaiting ? (
          // The last one speaks for all that wait.
          place.isLast && (
            <div className="mt-1 flex flex-wrap items-center justify-end gap-x-1 text-end text-[13px] text-(--chat-muted)">
              <span className="mr-1">{t(isTooFast ? "tooFast" : "uploadOffline")}</span>
              <button type="button" className="chat-link-button" onClick={() => onDiscard(message.clientId)}>
                <Trash2 aria-hidden="true" className="size-3.5" />
                {t("discard")}
              </button>
            </div>
          )
        ) : isStuck ? (
          <div className="mt-1 flex flex-wrap items-center justify-end gap-x-1 text-end text-[13px] text-(--chat-danger)">
            <span className="mr-1">{t(message.status === "refused" ? "refusedMessage" : "failed")}</span>
            <button type="button" className="chat-link-button" onClick={() => onRetry(message.clientId)}>
              <RotateCw aria-hidden="true" className="size-3.5" />
              {t("retry")}
            </button>
            <button type="button" className="chat-link-button" onClick={() => onDiscard(message.clientId)}>
              <Trash2 aria-hidden="true" className="size-3.5" />
              {t("discard")}
            </button>
          </div>
        ) : undefined
      }
    >
      <span className="sr-only">{t("you")}: </span>
      {message.replyTo && <ReplyQuote replyTo={message.replyTo} />}
      {message.files.length > 0 && (
        <Suspense>
          <PendingFiles files={message.files} />
        </Suspense>
      )}
      {message.text !== "" && (
        <span dir="auto" className="chat-text">
          <MessageText text={message.text} />
        </span>
      )}
    </MessageBubble>
  );
}
