"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

type MiniAppSheetProps = { address: string; botName: string; onClose: () => void };

/** The Mini App over the bot's chat, as Telegram opens it. */
export function MiniAppSheet({ address, botName, onClose }: MiniAppSheetProps) {
  const t = useTranslations("Simulator");
  const close = useRef<HTMLButtonElement>(null);
  const [loaded, setLoaded] = useState(false);
  useEffect(() => close.current?.focus(), []);
  return (
    <section
      aria-label={t("miniAppTitle", { bot: botName })}
      onKeyDown={(event: KeyboardEvent) => event.key === "Escape" && onClose()}
      className="absolute inset-0 z-20 flex animate-[sheet-up_220ms_ease-out] flex-col bg-card"
    >
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-border px-2">
        <button
          ref={close}
          type="button"
          aria-label={t("closeMiniApp")}
          onClick={onClose}
          className="grid size-9 place-items-center rounded-full text-muted-foreground hover:bg-muted"
        >
          <ChevronDown aria-hidden className="size-5" />
        </button>
        <p className="min-w-0 flex-1 truncate text-center text-sm font-semibold">{botName}</p>
        <span className="w-9" />
      </header>
      {!loaded && (
        <p role="status" className="absolute inset-x-0 top-1/2 text-center text-sm text-muted-foreground">
          {t("miniAppOpening")}
        </p>
      )}
      <iframe
        onLoad={() => setLoaded(true)}
        src={address}
        title={t("miniAppTitle", { bot: botName })}
        className="min-h-0 w-full flex-1 border-0 bg-card"
      />
    </section>
  );
}
