import { createTranslator } from "use-intl/core";
import enBot from "@/messages/en/bot.json";
import enMail from "@/messages/en/mail.json";
import enManagers from "@/messages/en/managers.json";
import enMeetingDialogue from "@/messages/en/meeting-dialogue.json";
import ruBot from "@/messages/ru/bot.json";
import ruMail from "@/messages/ru/mail.json";
import ruManagers from "@/messages/ru/managers.json";
import ruMeetingDialogue from "@/messages/ru/meeting-dialogue.json";

const en = { Bot: enBot, Mail: enMail, Managers: enManagers, MeetingDialogue: enMeetingDialogue };
// Typing it as the English one makes a phrase that Russian lacks fail the type check.
const ru: typeof en = { Bot: ruBot, Mail: ruMail, Managers: ruManagers, MeetingDialogue: ruMeetingDialogue };

/** Languages in which the product itself speaks. */
export type Locale = "en" | "ru";

/** Names of the built-in texts that people get from the bot, such as `Bot.greeting`. */
export type PhraseKey =
  | `Bot.${Extract<keyof typeof enBot, string>}`
  | `Mail.${Extract<keyof typeof enMail, string>}`
  | `Managers.${Extract<keyof typeof enManagers, string>}`
  | `MeetingDialogue.${Extract<keyof typeof enMeetingDialogue, string>}`;

export type PhraseValues = Record<string, string | number>;

/** The language of ours that suits a reader of the given language (ISO 639-1, region ignored). */
export function localeFor(language: string | null | undefined): Locale {
  return /^(ru|be|kk)\b/i.test(language ?? "") ? "ru" : "en";
}

/** A built-in text in the given language with its values filled in. */
export function phrase(locale: Locale, key: PhraseKey, values: PhraseValues = {}): string {
  const translate = createTranslator({
    locale,
    messages: locale === "ru" ? ru : en,
    onError: (error) => {
      throw error;
    },
  });
  return translate(key as never, values as never);
}
