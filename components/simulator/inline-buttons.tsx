"use client";

import { AppWindow, ExternalLink } from "lucide-react";
import { useState } from "react";
import type { TelegramButton } from "@/components/simulator/simulator-types";

type InlineButtonsProps = {
  rows: TelegramButton[][];
  onPress: (button: TelegramButton) => Promise<void> | void;
};

/** The buttons under a bot's message; one that waits for the bot's answer is busy. */
export function InlineButtons({ rows, onPress }: InlineButtonsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  async function press(button: TelegramButton, key: string) {
    setBusy(key);
    await onPress(button);
    setBusy(null);
  }
  return (
    <div className="mt-1 grid gap-1">
      {rows.map((row) => (
        <div key={row.map(({ text }) => text).join("|")} className="flex gap-1">
          {row.map((button) => {
            const key = button.callback_data ?? button.url ?? button.web_app?.url ?? button.text;
            return (
              <button
                key={key}
                type="button"
                aria-busy={busy === key}
                disabled={busy === key}
                onClick={() => void press(button, key)}
                className="flex min-h-9 min-w-0 flex-1 items-center justify-center gap-1.5 rounded-xl border border-primary/25 bg-card px-2.5 py-1.5 text-[0.8125rem] font-medium text-primary shadow-soft transition-colors hover:bg-accent aria-busy:animate-pulse"
              >
                <span className="break-words [overflow-wrap:anywhere]">{button.text}</span>
                {button.web_app && <AppWindow aria-hidden className="size-3.5 shrink-0" />}
                {button.url && <ExternalLink aria-hidden className="size-3.5 shrink-0" />}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
