"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { type TextValues, translate } from "@/components/chat/translate";
import type english from "@/messages/en/chat.json";

type Messages = typeof english;

// Each reader loads one language; typing both as English makes a text that Russian lacks fail the type check.
const LOADERS: Record<"en" | "ru", () => Promise<{ default: Messages }>> = {
  en: () => import("@/messages/en/chat.json"),
  ru: () => import("@/messages/ru/chat.json"),
};

function texts(locale: "en" | "ru", messages: Messages) {
  const date = (time: Date, how: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, how).format(time);
  // Whether the day has twice twelve hours is the reader's habit, not the language's.
  const { hour12 } = new Intl.DateTimeFormat(undefined, { hour: "numeric" }).resolvedOptions();
  return {
    locale,
    t: (key: keyof Messages, values?: TextValues) => translate(locale, messages[key], values),
    date,
    clock: (time: Date) => date(time, { hour: "numeric", minute: "2-digit", hour12 }),
    /** A number of bytes as people say it: 21 MB. */
    size: (bytes: number) => {
      const [unit, value] =
        bytes < 1_000
          ? ["byte", bytes]
          : bytes < 1_000_000
            ? ["kilobyte", bytes / 1024]
            : ["megabyte", bytes / 1024 ** 2];
      const maximumFractionDigits = unit === "megabyte" && Number(value) < 100 ? 1 : 0;
      return Number(value).toLocaleString(locale, {
        style: "unit",
        unit: String(unit),
        unitDisplay: unit === "byte" ? "long" : "short",
        maximumFractionDigits,
      });
    },
  };
}

const ChatTextsContext = createContext<ReturnType<typeof texts> | null>(null);

type ChatTextsProps = {
  language: string;
  fallback: ReactNode;
  /** Inside another page, whose title and language stay as they are. */
  embedded?: boolean;
  children: ReactNode;
};

/** Gives the chat its words and dates in the language that suits the reader of `language` (ISO 639-1). */
export function ChatTexts({ language, fallback, embedded, children }: ChatTextsProps) {
  const [value, setValue] = useState<ReturnType<typeof texts> | null>(null);
  // The same readers get Russian from the bot, see localeFor in server/lib/phrases.
  const locale = /^(ru|be|kk)\b/i.test(language) ? "ru" : "en";

  useEffect(() => {
    let isGone = false;
    void LOADERS[locale]().then(({ default: messages }) => {
      if (isGone) return;
      if (!embedded) {
        document.documentElement.lang = locale;
        document.title = messages.title;
      }
      setValue(texts(locale, messages));
    });
    return () => {
      isGone = true;
    };
  }, [locale, embedded]);

  return value ? <ChatTextsContext value={value}>{children}</ChatTextsContext> : fallback;
}

/** The chat's translator `t`, its `date` and `clock` (hours and minutes) in the reader's own time zone, its `size` of files, and the `locale`. */
export function useChatTexts() {
  const value = useContext(ChatTextsContext);
  if (!value) throw new Error("The chat's texts are given by ChatTexts above it");
  return value;
}
