"use client";

import { useTranslations } from "next-intl";

const ORGANISERS = [
  "/создать_собрание",
  "/собрание",
  "/приглашенные",
  "завтра",
  "10:00",
  "/пропустить",
  "/отмена",
  "/помощь",
];
const INVITEES = ["/участие", "/информация", "Да", "Нет", "/помощь", "/start"];

type KchatSuggestionsProps = { isOrganiser: boolean; onSay: (text: string) => void };

/** What the bot understands, to say with one press. */
export function KchatSuggestions({ isOrganiser, onSay }: KchatSuggestionsProps) {
  const t = useTranslations("Simulator");
  return (
    <ul
      aria-label={t("kchatCommands")}
      className="flex gap-1.5 overflow-x-auto border-t border-border bg-card [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] py-2 pr-8 pl-2 [scrollbar-width:none]"
    >
      {(isOrganiser ? ORGANISERS : INVITEES).map((text) => (
        <li key={text} className="shrink-0">
          <button
            type="button"
            lang="ru"
            onClick={() => onSay(text)}
            className="rounded-full border border-border bg-background px-3 py-1.5 text-xs hover:border-primary/40 hover:bg-accent"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
