"use client";

import { useState } from "react";
import type { KchatButton, KchatMessage } from "@/components/simulator/kchat/kchat-types";
import { cn } from "@/components/ui/cn";

type KchatButtonsProps = {
  markup: NonNullable<KchatMessage["buttonsMarkup"]>;
  onPress: (button: KchatButton) => Promise<unknown>;
};

/** The buttons under a message: one under another, or in a grid. */
export function KchatButtons({ markup, onPress }: KchatButtonsProps) {
  const [busy, setBusy] = useState<KchatButton["id"] | null>(null);
  const rows = markup.gridMessageButtons ?? markup.inlineMessageButtons?.map((button) => [button]) ?? [];
  async function press(button: KchatButton) {
    setBusy(button.id);
    await onPress(button);
    setBusy(null);
  }
  return (
    <div className="mt-1 grid gap-1">
      {rows.map((row) => (
        <div key={row.map(({ id }) => id).join("|")} className="flex gap-1">
          {row.map((button) => (
            <button
              key={button.id}
              type="button"
              aria-busy={busy === button.id}
              disabled={busy === button.id}
              title={button.label}
              onClick={() => void press(button)}
              className={cn(
                "min-h-9 min-w-0 flex-1 rounded-lg border border-primary/25 bg-accent px-2 py-1.5 text-[0.8125rem] font-medium text-accent-foreground transition-colors hover:border-primary/60 aria-busy:animate-pulse",
                row.length > 2 && "px-1 text-xs",
              )}
            >
              <span className="line-clamp-2 break-words [overflow-wrap:anywhere]">{button.label}</span>
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
