"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOpenPalette } from "@/components/shell/palette-provider";
import { buttonClasses } from "@/components/ui/button-classes";

/** Opens the command palette; wide, it says by which keys. */
export function PaletteButton({ wide }: { wide: boolean }) {
  const t = useTranslations("Shell");
  const open = useOpenPalette();
  if (!wide) {
    return (
      <button
        type="button"
        aria-label={t("search")}
        title={t("search")}
        className={buttonClasses({ variant: "ghost", size: "icon" })}
        onClick={open}
      >
        <Search aria-hidden />
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      className="flex h-9 min-w-0 flex-1 items-center gap-2 rounded-lg border border-border bg-card px-2.5 text-sm text-muted-foreground shadow-soft transition-colors hover:text-foreground [&>svg]:size-4 [&>svg]:shrink-0"
      onClick={open}
    >
      <Search aria-hidden />
      <span className="truncate">{t("search")}</span>
      <kbd
        aria-hidden
        className="ml-auto shrink-0 rounded border border-border bg-muted px-1 font-sans text-[10px] whitespace-nowrap"
      >
        Ctrl K
      </kbd>
    </button>
  );
}
