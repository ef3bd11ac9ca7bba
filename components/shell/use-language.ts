"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { LANGUAGES } from "@/components/shell/languages";
import { setLocale } from "@/components/shell/set-locale";

/** Switches the pages' language and keeps the choice in a cookie; `pending` while the page is fetched anew. */
export function useLanguage(): { choose: (locale: string) => void; pending: boolean } {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  function choose(locale: string) {
    const language = LANGUAGES.find((each) => each.locale === locale);
    if (!language) return;
    startTransition(async () => {
      await setLocale(language.locale);
      router.refresh();
    });
  }
  return { choose, pending };
}
