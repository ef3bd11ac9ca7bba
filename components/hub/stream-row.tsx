import { Flame, Reply } from "lucide-react";
import { useTranslations } from "next-intl";
import { AttachmentChips } from "@/components/hub/attachment-chips";
import { ChoosableFace } from "@/components/hub/choosable-face";
import { IntentBadge } from "@/components/hub/intent-badge";
import { MarkedText } from "@/components/hub/marked-text";
import { ForwardedNote, TranscriptNote } from "@/components/hub/message-notes";
import { RoleBadge } from "@/components/hub/role-badge";
import { useNames } from "@/components/hub/use-names";
import { useTimes } from "@/components/inbox/use-times";
import { cn } from "@/components/ui/cn";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

type StreamRowProps = {
  message: HubMessageView;
  isActive: boolean;
  isChosen: boolean;
  /** Something is chosen: the boxes of the others are shown too. */
  isChoosing: boolean;
  onOpen: () => void;
  onToggle: () => void;
  onActive: () => void;
};

/** A message of the stream: who, where, when, the words, and what they were understood as. */
export function StreamRow({ message, isActive, isChosen, isChoosing, ...acts }: StreamRowProps) {
  const t = useTranslations("Hub");
  const times = useTimes();
  const names = useNames();
  const name = names.author(message);
  const { snippet, transcript, text } = message;
  return (
    <article
      data-active={isActive || undefined}
      className={cn(
        "group/message relative flex gap-3 border-b border-border/60 py-3 pr-4 pl-3 transition-colors hover:bg-muted/50 sm:pr-5",
        isActive && "bg-muted/60",
        isChosen && "bg-accent/60 hover:bg-accent/70",
        message.urgent && "shadow-[inset_2px_0_0_var(--destructive)]",
      )}
    >
      <ChoosableFace
        name={name}
        contactId={message.contact?.id ?? 0}
        isActive={isActive}
        isChosen={isChosen}
        isChoosing={isChoosing}
        onToggle={acts.onToggle}
      />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-1.5">
          <button
            type="button"
            data-row={message.id}
            aria-label={t("openAt", { name, chat: message.chat.title })}
            className="min-w-0 truncate text-left text-sm font-semibold after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
            title={name}
            onClick={acts.onOpen}
            onFocus={acts.onActive}
          >
            <bdi>{name}</bdi>
          </button>
          <RoleBadge message={message} />
          {(message.chat.type !== "private" || message.author !== "contact") && (
            <span
              className="min-w-0 flex-1 basis-16 truncate text-[13px] text-muted-foreground"
              title={message.chat.title}
            >
              <bdi>{message.chat.title}</bdi>
            </span>
          )}
          <time
            dateTime={message.sentAt}
            title={times.full(message.sentAt)}
            suppressHydrationWarning
            className="ml-auto shrink-0 pl-2 text-xs text-muted-foreground tabular-nums"
          >
            {times.brief(message.sentAt)}
          </time>
        </div>
        <ForwardedNote message={message} />
        {message.deletedAt ? (
          <p className="mt-0.5 text-sm text-muted-foreground italic">{t("deleted")}</p>
        ) : (
          <>
            {(snippet || text) && (
              <p
                dir="auto"
                className="mt-0.5 line-clamp-4 text-sm leading-relaxed whitespace-pre-line [overflow-wrap:anywhere]"
              >
                {message.isReply && (
                  <Reply
                    role="img"
                    aria-label={t("isReply")}
                    className="mr-1 inline size-3.5 -translate-y-px text-muted-foreground"
                  />
                )}
                {snippet ? <MarkedText {...snippet} /> : text.slice(0, 600)}
              </p>
            )}
            {!snippet && <TranscriptNote transcript={transcript} />}
            <AttachmentChips attachments={message.attachments} />
            {!snippet && !text && !transcript && message.attachments.length === 0 && (
              <p className="mt-0.5 text-sm text-muted-foreground italic">{names.kind(message.type)}</p>
            )}
          </>
        )}
        {(message.intent || message.urgent || message.editedAt) && (
          <div className="mt-1.5 flex flex-wrap items-center gap-2">
            <IntentBadge message={message} className="relative z-10" />
            {message.urgent && !message.intent && (
              <span className="inline-flex h-6 items-center gap-1 rounded-full bg-destructive-soft px-2 text-xs font-medium text-destructive">
                <Flame aria-hidden className="size-3" />
                {t("urgent")}
              </span>
            )}
            {message.sentiment === "negative" && (
              <span className="text-xs text-muted-foreground">{t("negativeMood")}</span>
            )}
            {message.editedAt && <span className="text-xs text-muted-foreground">{t("edited")}</span>}
          </div>
        )}
      </div>
    </article>
  );
}
