"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { createFormatter, createTranslator } from "use-intl/core";
import type english from "@/messages/en/chat.json";

type Messages = typeof english;

// Each reader loads one language; typing both as English makes a text that Russian lacks fail the type check.
const LOADERS: Record<"en" | "ru", () => Promise<{ default: Messages }>> = {
  en: () => import("@/messages/en/chat.json"),
  ru: () => import("@/messages/ru/chat.json"),
};

function texts(locale: "en" | "ru", messages: Messages) {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = createFormatter({ locale, timeZone });
  // Whether the day has twice twelve hours is the reader's habit, not the language's.
  const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  return {
    locale,
    t: createTranslator({ locale, messages, timeZone }),
    format,
    clock: (time: Date) => format.dateTime(time, { hour: "numeric", minute: "2-digit", hour12 }),
  };
}

const ChatTextsContext = createContext<ReturnType<typeof texts> | null>(null);

type ChatTextsProps = { language: string; fallback: ReactNode; children: ReactNode };

/** Gives the chat its words and dates in the language that suits the reader of `language` (ISO 639-1). */
export function ChatTexts({ language, fallback, children }: ChatTextsProps) {
  const [value, setValue] = useState<ReturnType<typeof texts> | null>(null);
  // The same readers get Russian from the bot, see localeFor in server/lib/phrases.
  const locale = /^(ru|be|kk)\b/i.test(language) ? "ru" : "en";

  useEffect(() => {
    let isGone = false;
    void LOADERS[locale]().then(({ default: messages }) => {
      if (isGone) return;
      document.documentElement.lang = locale;
      document.title = messages.title;
      setValue(texts(locale, messages));
    });
    return () => {
      isGone = true;
    };
  }, [locale]);

  return value ? <ChatTextsContext value={value}>{children}</ChatTextsContext> : fallback;
}

/** The chat's translator `t`, its date and number `format` and `clock` (hours and minutes) in the reader's own time zone, and the `locale`. */
export function useChatTexts() {
  const value = useContext(ChatTextsContext);
  if (!value) throw new Error("The chat's texts are given by ChatTexts above it");
  return value;
}
