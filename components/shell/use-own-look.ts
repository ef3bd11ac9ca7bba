"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { toast } from "sonner";
import { LANGUAGES } from "@/components/shell/languages";
import { useTRPC } from "@/components/shell/trpc";
import { useLanguage } from "@/components/shell/use-language";

/**
 * Switches theme and language of who is signed in: here at once, and kept with the account for their other browsers.
 * That it could not be kept changes nothing here.
 */
export function useOwnLook(): {
  chooseTheme: (theme: string) => void;
  chooseLanguage: (locale: string) => void;
} {
  const { setTheme } = useTheme();
  const t = useTranslations("Shell");
  const { choose } = useLanguage(() => toast.error(t("languageFailed")));
  const trpc = useTRPC();
  const { mutate: keep } = useMutation(trpc.account.savePreferences.mutationOptions());
  return {
    chooseTheme(theme) {
      setTheme(theme);
      keep({ theme: theme === "light" || theme === "dark" ? theme : null });
    },
    chooseLanguage(locale) {
      choose(locale);
      keep({ locale: LANGUAGES.find((each) => each.locale === locale)?.locale });
    },
  };
}
