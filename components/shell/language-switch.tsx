"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { setLocale } from "@/components/shell/set-locale";
import { cn } from "@/components/ui/cn";

const languages = [
  { locale: "en", name: "English", short: "EN" },
  { locale: "ru", name: "Русский", short: "RU" },
] as const;

/** Switches the pages' language and keeps the choice in a cookie. */
export function LanguageSwitch() {
  const t = useTranslations("Shell");
  const current = useLocale();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <fieldset aria-label={t("language")} aria-busy={pending} className="flex rounded-lg bg-muted p-0.5">
      {languages.map(({ locale, name, short }) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          title={name}
          aria-pressed={locale === current}
          className={cn(
            "h-8 min-w-9 rounded-md px-2 text-xs font-medium text-muted-foreground transition-colors hover:text-foreground",
            locale === current && "bg-card text-foreground shadow-soft",
          )}
          onClick={() =>
            startTransition(async () => {
              await setLocale(locale);
              router.refresh();
            })
          }
        >
          {short}
        </button>
      ))}
    </fieldset>
  );
}
