"use client";

import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { suggestionsFor } from "@/components/simulator/suggestions";

type SuggestionRowProps = { languageCode: string; onAsk: (text: string) => void };

/** Questions to try with one press; those that end with a manager carry a person's sign. */
export function SuggestionRow({ languageCode, onAsk }: SuggestionRowProps) {
  const t = useTranslations("Simulator");
  return (
    <ul
      aria-label={t("tryAsking")}
      className="flex gap-1.5 overflow-x-auto border-t border-border bg-card [mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] py-2 pr-8 pl-2 [scrollbar-width:none]"
    >
      {suggestionsFor(languageCode).map(({ text, hands }) => (
        <li key={text} className="shrink-0">
          <button
            type="button"
            lang={languageCode}
            title={hands ? t("handsOver") : t("answered")}
            onClick={() => onAsk(text)}
            className="flex items-center gap-1.5 rounded-full border border-border bg-background px-3 py-1.5 text-xs hover:border-primary/40 hover:bg-accent"
          >
            {hands && (
              <>
                <UserRound aria-hidden className="size-3.5 text-warning" />
                <span className="sr-only">({t("handsOver")}) </span>
              </>
            )}
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
