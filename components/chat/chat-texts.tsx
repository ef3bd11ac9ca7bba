"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { createFormatter, createTranslator } from "use-intl/core";
import en from "@/messages/en/chat.json";
import ru from "@/messages/ru/chat.json";

// Typing it as the English one makes a text that Russian lacks fail the type check.
const TEXTS: { en: typeof en; ru: typeof en } = { en, ru };

function texts(locale: "en" | "ru") {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = createFormatter({ locale, timeZone });
  // Whether the day has twice twelve hours is the reader's habit, not the language's.
  const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  return {
    locale,
    t: createTranslator({ locale, messages: TEXTS[locale], timeZone }),
    format,
    clock: (time: Date) => format.dateTime(time, { hour: "numeric", minute: "2-digit", hour12 }),
  };
}

const ChatTextsContext = createContext(texts("en"));

/** Gives the chat its words and dates in the language that suits the reader of `language` (ISO 639-1). */
export function ChatTexts({ language, children }: { language: string; children: ReactNode }) {
  // The same readers get Russian from the bot, see localeFor in server/lib/phrases.
  const locale = /^(ru|be|kk)\b/i.test(language) ? "ru" : "en";
  const value = useMemo(() => texts(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.title = value.t("title");
  }, [locale, value]);
  return <ChatTextsContext value={value}>{children}</ChatTextsContext>;
}

/** The chat's translator `t`, its date and number `format` and `clock` (hours and minutes) in the reader's own time zone, and the `locale`. */
export function useChatTexts() {
  return useContext(ChatTextsContext);
}
