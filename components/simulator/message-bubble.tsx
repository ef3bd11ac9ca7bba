"use client";

import { Reply } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { InlineButtons } from "@/components/simulator/inline-buttons";
import { MessageMedia } from "@/components/simulator/message-media";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import { RichText } from "@/components/simulator/rich-text";
import type { TelegramButton, TelegramMessage } from "@/components/simulator/simulator-types";
import { cn } from "@/components/ui/cn";

type MessageBubbleProps = {
  message: TelegramMessage;
  /** Who looks: their own messages stand on the right. */
  viewerId: number;
  /** Names and pictures, for groups. */
  named: boolean;
  onPress: (message: TelegramMessage, button: TelegramButton) => Promise<void> | void;
  onReply: (message: TelegramMessage) => void;
};

/** One message as Telegram shows it. */
export function MessageBubble({ message, viewerId, named, onPress, onReply }: MessageBubbleProps) {
  const t = useTranslations("Simulator");
  const format = useFormatter();
  const mine = message.from?.id === viewerId;
  const sender = message.from?.first_name ?? "";
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const { reply_to_message: replied } = message;
  // What stands in a topic counts as a reply to the message that opened it; Telegram does not draw that.
  const quote = replied && !replied.forum_topic_created ? (replied.text ?? replied.caption ?? "…") : null;
  const sentAt = new Date(message.date * 1000);
  return (
    <div className={cn("group flex items-end gap-1.5", mine && "justify-end")}>
      {named && !mine && <PersonAvatar id={message.from?.id ?? 0} name={sender} size="small" />}
      <div className="max-w-[84%] min-w-0">
        <div
          className={cn(
            "flow-root w-fit max-w-full rounded-2xl px-3 py-2 text-sm leading-snug shadow-soft",
            mine
              ? "ml-auto rounded-br-md bg-accent text-foreground"
              : "rounded-bl-md bg-card text-card-foreground dark:bg-secondary",
          )}
        >
          {named && !mine && <p className="text-xs font-semibold text-primary">{sender}</p>}
          {quote !== null && (
            <p className="my-1 line-clamp-2 border-l-2 border-primary pl-2 text-xs text-muted-foreground">
              {replied?.from && (
                <span className="font-medium text-foreground">{replied.from.first_name}: </span>
              )}
              {quote}
            </p>
          )}
          <MessageMedia message={message} />
          {message.text !== undefined && <RichText text={message.text} entities={message.entities} />}
          {message.caption !== undefined && (
            <RichText text={message.caption} entities={message.caption_entities} />
          )}
          <span className="float-right mt-1.5 ml-2 text-[0.6875rem] leading-none text-muted-foreground tabular-nums">
            {message.edit_date !== undefined && `${t("edited")} `}
            <time dateTime={sentAt.toISOString()} suppressHydrationWarning>
              {format.dateTime(sentAt, {
                hour: "2-digit",
                minute: "2-digit",
                hourCycle: "h23",
                timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
              })}
            </time>
          </span>
        </div>
        {rows.length > 0 && <InlineButtons rows={rows} onPress={(button) => onPress(message, button)} />}
      </div>
      <button
        type="button"
        onClick={() => onReply(message)}
        aria-label={t("reply")}
        className={cn(
          "grid size-7 shrink-0 place-items-center rounded-full text-muted-foreground opacity-0 transition-opacity group-hover:opacity-100 hover:bg-foreground/8 focus-visible:opacity-100 pointer-coarse:opacity-60",
          mine && "-order-1",
        )}
      >
        <Reply aria-hidden className="size-4" />
      </button>
    </div>
  );
}
