"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { MessageBubble } from "@/components/simulator/message-bubble";
import { ServiceLine } from "@/components/simulator/service-line";
import type { TelegramButton, TelegramMessage } from "@/components/simulator/simulator-types";
import { isService } from "@/components/simulator/simulator-views";
import { TypingDots } from "@/components/simulator/typing-dots";

type MessageListProps = {
  messages: TelegramMessage[];
  viewerId: number;
  label: string;
  named?: boolean;
  typing: boolean;
  /** What stands there while there are no messages. */
  empty: ReactNode;
  onPress: (message: TelegramMessage, button: TelegramButton) => Promise<void> | void;
  onReply: (message: TelegramMessage) => void;
};

// A region that scrolls must be reachable by keyboard.
const reachable = { tabIndex: 0 };

/** The messages of one place, kept at the newest. */
export function MessageList(props: MessageListProps) {
  const { messages, viewerId, label, named = false, typing, empty, onPress, onReply } = props;
  const t = useTranslations("Simulator");
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.message_id;
  useEffect(() => {
    if (last === undefined && !typing) return;
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last, typing]);
  return (
    <div
      ref={list}
      role="log"
      aria-label={label}
      {...reachable}
      className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain bg-muted/60 px-3 dark:bg-background py-3 [scrollbar-width:thin]"
    >
      {messages.length === 0 && empty}
      {/* Few messages stand at the bottom, as in Telegram; many scroll. */}
      <div className="mt-auto space-y-2">
        {messages.map((message) =>
          isService(message) ? (
            <ServiceLine key={message.message_id} message={message} />
          ) : (
            <MessageBubble
              key={message.message_id}
              message={message}
              viewerId={viewerId}
              named={named}
              onPress={onPress}
              onReply={onReply}
            />
          ),
        )}
        {typing && <TypingDots label={t("typing")} />}
      </div>
    </div>
  );
}
