import {
  Check,
  CheckCheck,
  CircleAlert,
  Clock3,
  Reply,
  RotateCw,
  Send,
  Sparkles,
  StickyNote,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useChatTexts } from "@/components/chat/chat-texts";
import { CitationChips } from "@/components/chat/citation-chips";
import { LazyAttachments } from "@/components/chat/lazy-attachments";
import { MessageText } from "@/components/chat/message-text";
import { showEmoji } from "@/components/chat/reactions";
import { useRetryDelivery } from "@/components/inbox/use-retry-delivery";
import { cn } from "@/components/ui/cn";
import type { InboxRow, StaffMessageView } from "@/server/domain/conversations/inbox-schema";
import type { CitationView } from "@/server/domain/conversations/schema";
import type { AttachmentView } from "@/server/domain/files/schema";

type StaffMessageProps = {
  message: StaffMessageView;
  /** Of a group: its author's name stands over it. */
  isFirst: boolean;
  isTarget: boolean;
  /** The messenger that brings it to the customer. */
  channel: InboxRow["channel"];
  /** The customer has read it. */
  isRead: boolean;
  canReply: boolean;
  onReply: () => void;
  onJump: (id: number) => void;
  onCitation: (citation: CitationView) => void;
  onLook: (pictures: AttachmentView[], at: number) => void;
};

/** A message as staff see it: customers on the left, the assistant and managers on the right, notes in amber. */
export function StaffMessage(props: StaffMessageProps) {
  const { message, isFirst, isTarget, canReply } = props;
  const t = useTranslations("Inbox");
  const { t: words, clock, date } = useChatTexts();
  const { author, kind, text, deleted, attachments, replyTo } = message;
  if (author === "system") {
    return (
      <div className="flex justify-center px-2 py-2">
        <p className="chat-notice">
          <MessageText text={text} entities={message.entities} />
        </p>
      </div>
    );
  }
  const isOurs = author !== "customer";
  const time = new Date(message.createdAt);
  const name =
    author === "assistant"
      ? t("assistant")
      : author === "customer"
        ? null
        : (message.authorName ?? t("manager"));
  return (
    <div
      className={cn(
        "group/message flex flex-col",
        isOurs ? "items-end pl-8" : "items-start pr-8",
        isFirst ? "pt-3" : "pt-1",
      )}
    >
      {name && isFirst && (
        <p className="mb-1 flex max-w-full items-center gap-1.5 px-1 text-xs font-medium text-muted-foreground">
          {author === "assistant" && <Sparkles aria-hidden className="size-3.5 shrink-0" />}
          {kind === "note" && <StickyNote aria-hidden className="size-3.5 shrink-0" />}
          <span className="truncate">{kind === "note" ? `${name} · ${t("noteLabel")}` : name}</span>
          {message.origin === "topic" && (
            <Send role="img" aria-label={t("fromTopic")} className="size-3 shrink-0" />
          )}
        </p>
      )}
      <div className={cn("flex max-w-full min-w-0 items-center gap-1", isOurs && "flex-row-reverse")}>
        <div
          className={cn("chat-bubble", isTarget && "outline-2 outline-ring")}
          data-author={isOurs ? author : "visitor"}
          data-side={isOurs ? "ours" : "theirs"}
          data-kind={kind}
          data-state={message.delivery ?? undefined}
        >
          {!isOurs && <span className="sr-only">{t("from")}: </span>}
          {replyTo && (
            <button
              type="button"
              className="chat-reply"
              aria-label={t("goToOriginal", {
                name: replyTo.text || t("attachment", { kind: replyTo.kinds[0] ?? "other" }),
              })}
              onClick={() => props.onJump(replyTo.id)}
            >
              <span className="block truncate text-xs font-semibold">
                {replyTo.author === "assistant" ? t("assistant") : (replyTo.authorName ?? t("manager"))}
              </span>
              <span dir="auto" className="block truncate text-[13px]">
                {replyTo.text || t("attachment", { kind: replyTo.kinds[0] ?? "other" })}
              </span>
            </button>
          )}
          {attachments.length > 0 && <LazyAttachments attachments={attachments} onLook={props.onLook} />}
          {deleted ? (
            <em className="opacity-75">{words("deleted")}</em>
          ) : (
            text !== "" && (
              <span dir="auto" className={cn("chat-text", message.citations.length > 0 && "block")}>
                <MessageText text={text} entities={message.entities} />
              </span>
            )
          )}
          {!deleted && <CitationChips citations={message.citations} onOpen={props.onCitation} />}
          {message.reactions.length > 0 && (
            <span className="mt-1 flex gap-1">
              {message.reactions.map(({ by, emoji }) => (
                <span
                  key={by}
                  role="img"
                  aria-label={t("reactionOf", { emoji, who: by })}
                  className="rounded-full border border-border bg-card px-2 py-0.5 text-sm"
                >
                  {showEmoji(emoji)}
                </span>
              ))}
            </span>
          )}
          <span className="chat-meta">
            {message.editedAt && !deleted && <span>{words("edited")}</span>}
            <time dateTime={message.createdAt} title={date(time, { dateStyle: "long", timeStyle: "short" })}>
              {clock(time)}
            </time>
            <Ticks message={message} isRead={props.isRead} />
          </span>
        </div>
        {canReply && !deleted && (
          <button
            type="button"
            aria-label={t("replyTo")}
            title={t("replyTo")}
            className="grid size-8 shrink-0 place-items-center rounded-full text-muted-foreground opacity-0 transition-opacity group-hover/message:opacity-100 hover:bg-muted hover:text-foreground focus-visible:opacity-100 [@media(hover:none)]:opacity-70"
            onClick={props.onReply}
          >
            <Reply aria-hidden className="size-4" />
          </button>
        )}
      </div>
      {message.delivery === "failed" && <Failure message={message} channel={props.channel} />}
    </div>
  );
}

function Ticks({ message, isRead }: { message: StaffMessageView; isRead: boolean }) {
  const { t } = useChatTexts();
  const { delivery } = message;
  if (delivery === null || message.deleted) return null;
  const [name, Icon] =
    delivery === "failed"
      ? (["failed", CircleAlert] as const)
      : isRead
        ? (["read", CheckCheck] as const)
        : delivery === "sending"
          ? (["sending", Clock3] as const)
          : ([
              delivery === "delivered" ? "delivered" : "sent",
              delivery === "delivered" ? CheckCheck : Check,
            ] as const);
  return (
    <span
      role="img"
      aria-label={t(name)}
      title={t(name)}
      className={isRead ? "text-accent-foreground" : undefined}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={2.25} />
    </span>
  );
}

function Failure({ message, channel }: Pick<StaffMessageProps, "message" | "channel">) {
  const t = useTranslations("Inbox");
  const { retry, isBusy } = useRetryDelivery();
  return (
    <p className="mt-1 flex max-w-full flex-wrap items-center justify-end gap-x-2 text-right text-[13px] text-destructive">
      {t(`failed_${message.failure ?? "unknown"}`, {
        messenger: channel.name,
        miniApp: channel.hasMiniApp ? "yes" : "no",
      })}
      <button
        type="button"
        disabled={isBusy}
        className="inline-flex items-center gap-1 font-semibold underline-offset-2 hover:underline"
        onClick={() => retry(message.id)}
      >
        <RotateCw aria-hidden className="size-3.5" />
        {t("retry")}
      </button>
    </p>
  );
}
