import { Clock3, Flame, Paperclip, Sparkles, Star, StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import { ContactFace } from "@/components/inbox/contact-face";
import { useTimes } from "@/components/inbox/use-times";
import { cn } from "@/components/ui/cn";
import type { InboxRow } from "@/server/domain/conversations/inbox-schema";

type ConversationRowProps = { row: InboxRow; isChosen: boolean; onChoose: () => void };

/** A conversation in the list: who, the last words, how long they wait, what nobody has read. */
export function ConversationRow({ row, isChosen, onChoose }: ConversationRowProps) {
  const t = useTranslations("Inbox");
  const times = useTimes();
  const { contactName, preview, unread, waitingSince, manager, rating } = row;
  return (
    <button
      type="button"
      aria-current={isChosen || undefined}
      className="group flex w-full items-start gap-3 border-b border-border/60 px-4 py-3 text-left outline-offset-[-2px] transition-colors hover:bg-muted/60 aria-[current]:bg-accent"
      onClick={onChoose}
    >
      <ContactFace name={contactName} id={row.id} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span
            dir="auto"
            title={contactName}
            className={cn("min-w-0 flex-1 truncate text-sm", unread > 0 ? "font-semibold" : "font-medium")}
          >
            {contactName}
          </span>
          <time
            dateTime={row.lastMessageAt}
            suppressHydrationWarning
            className="shrink-0 text-xs text-muted-foreground tabular-nums"
          >
            {times.brief(row.lastMessageAt)}
          </time>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span
            dir="auto"
            className={cn(
              "flex min-w-0 flex-1 items-center gap-1 text-[13px]",
              unread > 0 ? "text-foreground" : "text-muted-foreground",
            )}
          >
            {preview?.author === "assistant" && (
              <Sparkles aria-label={t("assistant")} className="size-3.5 shrink-0" />
            )}
            {preview?.kind === "note" && (
              <StickyNote aria-label={t("noteLabel")} className="size-3.5 shrink-0" />
            )}
            {preview && preview.kinds.length > 0 && <Paperclip aria-hidden className="size-3.5 shrink-0" />}
            <span className="truncate">
              {preview &&
                (preview.text.replaceAll(/\s+/gu, " ") ||
                  t("attachment", { kind: preview.kinds[0] ?? "other" }))}
            </span>
          </span>
          {unread > 0 && (
            <span className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-primary px-1.5 text-[11px] font-semibold text-primary-foreground tabular-nums">
              <span aria-hidden>{unread > 98 ? "99+" : unread}</span>
              <span className="sr-only">{t("unread", { count: unread })}</span>
            </span>
          )}
        </span>
        {(waitingSince || row.isUrgent || manager || rating !== null) && (
          <span className="mt-1.5 flex flex-wrap items-center gap-1.5 text-xs">
            {row.isUrgent && (
              <span className="inline-flex items-center gap-1 rounded-full bg-destructive-soft px-2 py-0.5 font-medium text-destructive">
                <Flame aria-hidden className="size-3" />
                {t("urgent")}
              </span>
            )}
            {waitingSince && (
              <span
                title={t("waitsFor", { time: times.since(waitingSince) })}
                className="inline-flex items-center gap-1 rounded-full bg-warning-soft px-2 py-0.5 font-medium text-warning tabular-nums"
              >
                <Clock3 aria-hidden className="size-3" />
                <span className="sr-only">{t("waitsFor", { time: "" })}</span>
                {times.since(waitingSince)}
              </span>
            )}
            {manager && (
              <span className="max-w-40 truncate text-muted-foreground">
                {manager.isMe ? t("ledByYou") : manager.name}
              </span>
            )}
            {rating !== null && (
              <span
                role="img"
                aria-label={t("rating", { rating })}
                className="inline-flex items-center gap-0.5 text-muted-foreground"
              >
                <Star aria-hidden className="size-3 fill-current text-warning" />
                {rating}
              </span>
            )}
          </span>
        )}
      </span>
    </button>
  );
}
