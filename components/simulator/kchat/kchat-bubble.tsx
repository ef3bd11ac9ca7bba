"use client";

import { MousePointerClick, Paperclip } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { KchatButtons } from "@/components/simulator/kchat/kchat-buttons";
import type { KchatButton, KchatMessage } from "@/components/simulator/kchat/kchat-types";
import { richEntities } from "@/components/simulator/kchat/rich-entities";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import { RichText } from "@/components/simulator/rich-text";
import { cn } from "@/components/ui/cn";

type KchatBubbleProps = {
  message: KchatMessage;
  mine: boolean;
  /** Who wrote it; absent where that is plain. */
  sender?: string;
  onPress: (button: KchatButton) => Promise<unknown>;
};

/** One message as KChat shows it. */
export function KchatBubble({ message, mine, sender, onPress }: KchatBubbleProps) {
  const t = useTranslations("Simulator");
  const format = useFormatter();
  const sentAt = new Date(message.date);
  const { file, metadata, buttonsMarkup, edited } = message;
  return (
    <div className={cn("flex items-end gap-1.5", mine && "justify-end")}>
      {sender !== undefined && (
        <PersonAvatar id={Number(message.senderId.slice(-3))} name={sender} size="small" />
      )}
      <div className="max-w-[88%] min-w-0">
        <div
          className={cn(
            "flow-root w-fit max-w-full rounded-2xl px-3 py-2 text-sm leading-snug shadow-soft",
            mine
              ? "ml-auto rounded-br-md bg-accent text-foreground"
              : "rounded-bl-md bg-card text-card-foreground dark:bg-secondary",
          )}
        >
          {sender !== undefined && <p className="text-xs font-semibold text-primary">{sender}</p>}
          {metadata && (
            <MousePointerClick
              role="img"
              aria-label={t("pressedButton")}
              className="mr-1.5 inline size-3.5 align-[-2px] text-muted-foreground"
            />
          )}
          {file && (
            <p className="flex items-center gap-1.5 font-medium">
              <Paperclip role="img" aria-label={t("file")} className="size-4 shrink-0" />
              <span className="min-w-0 truncate" title={file.fileName}>
                {file.fileName}
              </span>
            </p>
          )}
          <RichText text={message.message} entities={richEntities(message)} />
          <span className="float-right mt-1.5 ml-2 text-[0.6875rem] leading-none text-muted-foreground tabular-nums">
            {edited && `${t("edited")} `}
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
        {buttonsMarkup && <KchatButtons markup={buttonsMarkup} onPress={onPress} />}
      </div>
    </div>
  );
}
