import { useTranslations } from "next-intl";
import { ChatIcon } from "@/components/hub/chat-icon";
import { useNames } from "@/components/hub/use-names";
import { useTimes } from "@/components/inbox/use-times";
import { cn } from "@/components/ui/cn";
import type { HubChatRow } from "@/server/domain/messages/hub/page-schema";

type ChatRowProps = { chat: HubChatRow; isOpen: boolean; onOpen: () => void };

/** A chat in the list: its name, the last words, and how much was said in a week. */
export function ChatRow({ chat, isOpen, onOpen }: ChatRowProps) {
  const t = useTranslations("Hub");
  const times = useTimes();
  const names = useNames();
  const { last, title, urgent } = chat;
  // The first name leaves room for the words.
  const teller =
    last && !(chat.type === "private" && last.author === "contact")
      ? `${names.author(last).split(" ")[0]}: `
      : "";
  return (
    <button
      type="button"
      aria-current={isOpen || undefined}
      className="flex h-full w-full min-w-0 flex-col justify-center rounded-lg px-2 text-left -outline-offset-2 transition-colors hover:bg-muted/70 aria-[current]:bg-accent"
      onClick={onOpen}
    >
      <span className="flex w-full items-center gap-1.5">
        <ChatIcon type={chat.type} className="size-3.5 shrink-0 text-muted-foreground" />
        <span
          dir="auto"
          title={title}
          className={cn(
            "min-w-0 flex-1 truncate text-sm font-medium",
            chat.botLeft && "text-muted-foreground",
          )}
        >
          {title}
        </span>
        {urgent > 0 && (
          <span className="shrink-0 rounded-full bg-destructive-soft px-1.5 text-[11px] leading-4.5 font-semibold text-destructive tabular-nums">
            <span aria-hidden>{urgent}</span>
            <span className="sr-only">{t("urgentCount", { count: urgent })}</span>
          </span>
        )}
        {last && (
          <time
            dateTime={last.sentAt}
            suppressHydrationWarning
            className="shrink-0 text-xs text-muted-foreground tabular-nums"
          >
            {times.brief(last.sentAt)}
          </time>
        )}
      </span>
      <span className="mt-0.5 w-full truncate pl-5 text-[13px] text-muted-foreground">
        {chat.botLeft
          ? t("botLeft")
          : last && `${teller}${last.text.replaceAll(/\s+/gu, " ") || names.kind(last.type)}`}
      </span>
    </button>
  );
}
