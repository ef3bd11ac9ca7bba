"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { preferencesToApply } from "@/components/shell/preferences-to-apply";
import { setPreferences } from "@/components/shell/set-preferences";
import type { Preferences } from "@/server/domain/sessions/live-session";

const marker = "preferences-of";

/** Has the browser follow the language, time zone and theme of a person's account, chosen here or elsewhere. */
export function ApplyPreferences({ userId, preferences }: { userId: number; preferences: Preferences }) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const { locale, timeZone, theme } = preferences;
  useEffect(() => {
    const wanted = preferencesToApply(localStorage.getItem(marker), userId, { locale, timeZone, theme });
    localStorage.setItem(marker, wanted.mark);
    if (wanted.theme) setTheme(wanted.theme);
    if (wanted.locale || wanted.timeZone) void setPreferences(wanted).then(() => router.refresh());
  }, [userId, locale, timeZone, theme, setTheme, router]);
  return null;
}
