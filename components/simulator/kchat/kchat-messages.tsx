"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { KchatBubble } from "@/components/simulator/kchat/kchat-bubble";
import type { KchatButton, KchatMessage } from "@/components/simulator/kchat/kchat-types";
import { TypingDots } from "@/components/simulator/typing-dots";

type KchatMessagesProps = {
  messages: KchatMessage[];
  viewerId: string;
  label: string;
  /** Names of those who write; absent in a private chat. */
  nameOf?: (senderId: string) => string;
  typing: boolean;
  /** What stands there while nobody has said anything. */
  empty: ReactNode;
  onPress: (message: KchatMessage, button: KchatButton) => Promise<unknown>;
};

// A region that scrolls must be reachable by keyboard.
const reachable = { tabIndex: 0 };

/** The messages of one chat, kept at the newest. */
export function KchatMessages(props: KchatMessagesProps) {
  const { messages, viewerId, label, nameOf, typing, empty, onPress } = props;
  const t = useTranslations("Simulator");
  const list = useRef<HTMLDivElement>(null);
  const last = messages.at(-1)?.id;
  const isEmpty = messages.every(({ senderType }) => senderType === "SYSTEM");
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
      className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain bg-muted/60 px-3 py-3 [scrollbar-width:thin] dark:bg-background"
    >
      {isEmpty && empty}
      <div className="mt-auto space-y-2">
        {messages.map((message) =>
          message.senderType === "SYSTEM" ? (
            <p
              key={message.id}
              className="mx-auto w-fit max-w-[90%] px-2 text-center text-xs text-muted-foreground"
            >
              {message.message}
            </p>
          ) : (
            <KchatBubble
              key={message.id}
              message={message}
              mine={message.senderId === viewerId}
              {...(nameOf && message.senderId !== viewerId && { sender: nameOf(message.senderId) })}
              onPress={(button) => onPress(message, button)}
            />
          ),
        )}
        {typing && <TypingDots label={t("typing")} />}
      </div>
    </div>
  );
}
