"use client";

import { useLocale, useTranslations } from "next-intl";
import { LANGUAGES } from "@/components/shell/languages";
import { useLanguage } from "@/components/shell/use-language";
import { cn } from "@/components/ui/cn";

/** Switches the pages' language and keeps the choice in a cookie. */
export function LanguageSwitch() {
  const t = useTranslations("Shell");
  const current = useLocale();
  const { choose, pending } = useLanguage();
  return (
    <fieldset aria-label={t("language")} aria-busy={pending} className="flex rounded-lg bg-muted p-0.5">
      {LANGUAGES.map(({ locale, name, short }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          title={name}
          aria-pressed={locale === current}
          className={cn(
            "h-8 min-w-9 rounded-md px-2 text-xs font-medium text-muted-foreground transition-colors hover:text-foreground",
            locale === current && "bg-card text-foreground shadow-soft dark:bg-input/50",
          )}
          onClick={() => choose(locale)}
        >
          {short}
        </button>
      ))}
    </fieldset>
  );
}
