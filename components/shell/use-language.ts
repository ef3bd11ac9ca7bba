"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { LANGUAGES } from "@/components/shell/languages";
import { setLocale } from "@/components/shell/set-locale";

/**
 * Switches the pages' language and keeps the choice in a cookie; `pending` while the page is fetched anew. With
 * `onFailure` the page stays as it is when the server, which has the words, cannot be reached; else it fails.
 */
export function useLanguage(onFailure?: () => void): { choose: (locale: string) => void; pending: boolean } {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function choose(locale: string) {
    const language = LANGUAGES.find((each) => each.locale === locale);
    if (!language) return;
    startTransition(async () => {
      try {
        await setLocale(language.locale);
        router.refresh();
      } catch (error) {
        if (!onFailure) throw error;
        onFailure();
      }
    });
  }
  return { choose, pending };
}
