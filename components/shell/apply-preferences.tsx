"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { setPreferences } from "@/components/shell/set-preferences";
import type { Preferences } from "@/server/domain/sessions/live-session";

const marker = "preferences-of";

/** Brings a person's language, time zone and theme into a browser they had not signed in with before. */
export function ApplyPreferences({ userId, preferences }: { userId: number; preferences: Preferences }) {
  const router = useRouter();
  const { setTheme } = useTheme();
  const { locale, timeZone, theme } = preferences;
  useEffect(() => {
    const mark = String(userId);
    if (localStorage.getItem(marker) === mark) return;
    localStorage.setItem(marker, mark);
    if (theme) setTheme(theme);
    if (locale || timeZone) void setPreferences({ locale, timeZone }).then(() => router.refresh());
  }, [userId, locale, timeZone, theme, setTheme, router]);
  return null;
}
