"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const themes = ["system", "light", "dark"] as const;
const icons = { system: Monitor, light: Sun, dark: Moon };
const neverChanges = () => () => undefined;

/** Goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const t = useTranslations("Shell");
  const { theme, setTheme } = useTheme();
  // The server does not know the theme; the first paint in the browser shows the same as the server's HTML.
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const current = themes.find((each) => inBrowser && each === theme) ?? "system";
  const names = { system: t("themeSystem"), light: t("themeLight"), dark: t("themeDark") };
  const Icon = icons[current];
  const next = themes[(themes.indexOf(current) + 1) % themes.length] ?? "system";
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={`${t("theme")}: ${names[current]}`}
      title={`${t("theme")}: ${names[current]}`}
      onClick={() => setTheme(next)}
    >
      <Icon aria-hidden />
    </Button>
  );
}
