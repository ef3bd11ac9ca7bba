"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { THEMES } from "@/components/shell/themes";
import { Button } from "@/components/ui/button";

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
  const chosen = THEMES.findIndex(({ value }) => inBrowser && value === theme);
  const [first] = THEMES;
  const { label, icon: Icon } = THEMES[chosen] ?? first;
  const next = THEMES[(Math.max(chosen, 0) + 1) % THEMES.length] ?? first;
  const name = `${t("theme")}: ${t(label)}`;
  return (
    <Button variant="ghost" size="icon" aria-label={name} title={name} onClick={() => setTheme(next.value)}>
      <Icon aria-hidden />
    </Button>
  );
}
