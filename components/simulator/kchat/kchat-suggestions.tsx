"use client";

import { useTranslations } from "next-intl";

type KchatSuggestionsProps = { texts: string[]; onSay: (text: string) => void };

/** What the bot understands, to say with one press. */
export function KchatSuggestions({ texts, onSay }: KchatSuggestionsProps) {
  const t = useTranslations("Simulator");
  return (
    <ul
      aria-label={t("kchatCommands")}
      className="flex gap-1.5 overflow-x-auto border-t border-border bg-card [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] py-2 pr-8 pl-2 [scrollbar-width:none]"
    >
      {texts.map((text) => (
        <li key={text} className="shrink-0">
          <button
            type="button"
            lang="ru"
            onClick={() => onSay(text)}
            title={text}
            className="max-w-56 truncate rounded-full border border-border bg-background px-3 py-1.5 text-xs hover:border-primary/40 hover:bg-accent"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
