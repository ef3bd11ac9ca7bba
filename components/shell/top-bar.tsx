import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Logo } from "@/components/shell/logo";
import { SkipLink } from "@/components/shell/skip-link";
import { ThemeSwitch } from "@/components/shell/theme-switch";

type TopBarProps = { children?: ReactNode; actions?: ReactNode };

/** The bar over every page but the chat: mark, what the page puts beside it, language, theme, actions. */
export function TopBar({ children, actions }: TopBarProps) {
  const t = useTranslations("Shell");
  return (
    <header className="sticky top-0 z-20 border-b border-border/70 bg-background/85 backdrop-blur-md">
      <SkipLink>{t("skip")}</SkipLink>
      <div className="mx-auto flex h-16 max-w-6xl items-center gap-3 px-4 sm:gap-6 sm:px-6">
        <Link href="/" aria-label={t("home")} className="flex rounded-lg">
          <Logo />
        </Link>
        <div className="flex min-w-0 flex-1 items-center gap-1">{children}</div>
        <div className="flex items-center gap-1 sm:gap-1.5">
          <LanguageSwitch />
          <ThemeSwitch />
          {actions}
        </div>
      </div>
    </header>
  );
}
