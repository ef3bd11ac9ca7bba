"use client";

import { AppWindow, Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { callSimulator } from "@/components/simulator/call-simulator";
import { Composer } from "@/components/simulator/composer";
import { MessageList } from "@/components/simulator/message-list";
import { miniAppAddress } from "@/components/simulator/mini-app-address";
import { MiniAppSheet } from "@/components/simulator/mini-app-sheet";
import { personName } from "@/components/simulator/person-name";
import { GENERAL, roomKey } from "@/components/simulator/simulator-state";
import type {
  Cast,
  CastPerson,
  TelegramButton,
  TelegramMessage,
} from "@/components/simulator/simulator-types";
import { isBlocked, isTypingAt, menuButton, messagesAt } from "@/components/simulator/simulator-views";
import { SuggestionRow } from "@/components/simulator/suggestion-row";
import type { Simulator } from "@/components/simulator/use-simulator";
import { Button } from "@/components/ui/button";

type BotChatProps = { cast: Cast; customer: CastPerson; simulator: Simulator; visible: boolean };

/** The customer's private chat with the bot, with the Mini App above it when it is open. */
export function BotChat({ cast, customer, simulator, visible }: BotChatProps) {
  const t = useTranslations("Simulator");
  const { state, act, press, toast, see } = simulator;
  const [miniApp, setMiniApp] = useState<string | null>(null);
  const [replyTo, setReplyTo] = useState<TelegramMessage | null>(null);
  const { botId, botName } = cast;
  const room = roomKey(customer.id, botId);
  const messages = messagesAt(state, room, GENERAL);
  const typing = isTypingAt(state, room, GENERAL);
  const blocked = isBlocked(state, botId, customer.id);
  const menu = menuButton(state, botId, customer.id);
  const last = messages.at(-1)?.message_id;

  useEffect(() => {
    if (visible && !miniApp && last !== undefined) see(room, GENERAL);
  }, [visible, miniApp, last, room, see]);

  async function say(content: object): Promise<boolean> {
    const reply = replyTo && { replyTo: replyTo.message_id };
    setReplyTo(null);
    return act("/messages", { from: customer.id, bot: botId, ...content, ...reply });
  }
  async function openMiniApp(url: string) {
    const answer = await callSimulator<{ initData: string }>("POST", "/init-data", {
      user: customer.id,
      bot: botId,
    });
    if (!answer.ok) return toast(answer.message, "error");
    const scheme = getComputedStyle(document.documentElement).colorScheme.includes("dark") ? "dark" : "light";
    setMiniApp(miniAppAddress(url, answer.value.initData, scheme));
  }
  function onPress(message: TelegramMessage, button: TelegramButton) {
    if (button.web_app) return openMiniApp(button.web_app.url);
    if (button.url) return void window.open(button.url, "_blank", "noreferrer");
    if (button.callback_data === undefined) return;
    return press({
      from: customer.id,
      bot: botId,
      messageId: message.message_id,
      data: button.callback_data,
    });
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <header className="flex h-14 shrink-0 items-center gap-2.5 border-b border-border bg-card px-3">
        <span
          aria-hidden
          className="grid size-9 place-items-center rounded-full bg-primary text-primary-foreground"
        >
          <Bot className="size-5" />
        </span>
        <div className="min-w-0">
          <p className="truncate text-sm leading-tight font-semibold">{botName}</p>
          <p className="text-xs text-muted-foreground">{typing ? t("typing") : t("statusBot")}</p>
        </div>
      </header>
      <MessageList
        messages={messages}
        viewerId={customer.id}
        label={t("messages")}
        typing={typing}
        empty={
          <p className="m-auto max-w-60 text-center text-sm text-balance text-muted-foreground">
            {t("startText", { bot: botName, name: customer.firstName })}
          </p>
        }
        onPress={onPress}
        onReply={setReplyTo}
      />
      {messages.length === 0 && !blocked && (
        <div className="border-t border-border bg-card p-2">
          <Button className="w-full" onClick={() => void act("/start", { from: customer.id, bot: botId })}>
            {t("start")}
          </Button>
        </div>
      )}
      {blocked && (
        <div className="space-y-2 border-t border-border bg-card p-2 text-center">
          <p className="text-xs text-muted-foreground">{t("blockedText", { name: personName(customer) })}</p>
          <Button
            variant="outline"
            className="w-full"
            onClick={() => void act("/blocks", { user: customer.id, bot: botId, blocked: false })}
          >
            {t("unblock")}
          </Button>
        </div>
      )}
      {messages.length > 0 && !blocked && (
        <>
          <SuggestionRow languageCode={customer.languageCode} onAsk={(text) => void say({ text })} />
          <Composer
            label={t("messageToBot")}
            placeholder={t("messagePlaceholder")}
            replyTo={replyTo}
            onCancelReply={() => setReplyTo(null)}
            onSay={say}
            onProblem={(text) => toast(text, "error")}
          >
            {menu?.web_app && (
              <button
                type="button"
                onClick={() => menu.web_app && void openMiniApp(menu.web_app.url)}
                className="flex h-10 shrink-0 items-center gap-1.5 rounded-full bg-primary px-3 text-xs font-semibold text-primary-foreground hover:bg-primary-hover"
              >
                <AppWindow aria-hidden className="size-4" />
                <span className="max-[23rem]:sr-only">{menu.text}</span>
              </button>
            )}
          </Composer>
        </>
      )}
      {miniApp && <MiniAppSheet address={miniApp} botName={botName} onClose={() => setMiniApp(null)} />}
    </div>
  );
}
