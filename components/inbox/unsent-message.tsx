import { Clock3, Paperclip, RotateCw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { MessageText } from "@/components/chat/message-text";
import type { Outbox, PendingMessage } from "@/components/inbox/use-outbox";

const words = {
  closed: "notSentClosed",
  offline: "notSentOffline",
  file: "notSentFile",
  busy: "notSentBusy",
  other: "notSent",
} as const;

type UnsentMessageProps = { message: PendingMessage; outbox: Outbox };

/** What is on its way to the server, or did not get there: then with another try. */
export function UnsentMessage({ message, outbox }: UnsentMessageProps) {
  const t = useTranslations("Inbox");
  const { trouble, text, uploads, kind } = message;
  return (
    <div className="flex flex-col items-end pt-1.5 pl-8">
      <div
        className="chat-bubble"
        data-author="manager"
        data-side="ours"
        data-kind={kind}
        data-state={trouble ? "failed" : undefined}
        aria-busy={!trouble}
      >
        {uploads.map(({ key, name }) => (
          <span key={key} className="flex items-center gap-1.5 text-[13px]">
            <Paperclip aria-hidden className="size-3.5 shrink-0" />
            <span className="truncate">{name}</span>
          </span>
        ))}
        {text && (
          <span dir="auto" className="chat-text">
            <MessageText text={text} />
          </span>
        )}
        {!trouble && (
          <span className="chat-meta">
            <Clock3 role="img" aria-label={t("sending")} className="size-3.5" />
          </span>
        )}
      </div>
      {trouble && (
        <p
          role="alert"
          className="mt-1 flex flex-wrap items-center justify-end gap-x-3 text-[13px] text-destructive"
        >
          {t(words[trouble])}
          {trouble !== "closed" && (
            <button
              type="button"
              className="inline-flex items-center gap-1 font-semibold underline-offset-2 hover:underline"
              onClick={() => outbox.retry(message)}
            >
              <RotateCw aria-hidden className="size-3.5" />
              {t("retry")}
            </button>
          )}
          <button
            type="button"
            className="inline-flex items-center gap-1 font-semibold underline-offset-2 hover:underline"
            onClick={() => outbox.discard(message)}
          >
            <Trash2 aria-hidden className="size-3.5" />
            {t("delete")}
          </button>
        </p>
      )}
    </div>
  );
}
