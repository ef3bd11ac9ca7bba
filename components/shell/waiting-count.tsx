"use client";

import { useTranslations } from "next-intl";
import { useNotices } from "@/components/shell/use-notices";
import { cn } from "@/components/ui/cn";

/** How many conversations wait for a person; nothing when none does. */
export function WaitingCount({ floating }: { floating: boolean }) {
  const t = useTranslations("Shell");
  const { data } = useNotices();
  const count = data?.waiting.count ?? 0;
  if (count === 0) return null;
  return (
    <span
      className={cn(
        "grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-[11px] font-semibold text-primary-foreground tabular-nums",
        floating ? "absolute top-0.5 left-1/2 ml-1 h-4 min-w-4 px-1 text-[10px]" : "ml-auto",
      )}
    >
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{t("waitingCount", { count })}</span>
    </span>
  );
}
