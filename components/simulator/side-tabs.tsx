"use client";

import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

export type Side<Id extends string> = { id: Id; label: string; icon: LucideIcon; unread: number };
type SideTabsProps<Id extends string> = { sides: Side<Id>[]; chosen: Id; onChoose: (side: Id) => void };

/** On a phone: which of the sides is shown. */
export function SideTabs<Id extends string>({ sides, chosen, onChoose }: SideTabsProps<Id>) {
  const t = useTranslations("Simulator");
  return (
    <nav
      aria-label={t("sides")}
      className="mx-3 mt-2 grid auto-cols-fr grid-flow-col gap-1 rounded-xl bg-muted p-1 lg:hidden"
    >
      {sides.map(({ id, label, icon: Icon, unread }) => (
        <button
          key={id}
          type="button"
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
          className={cn(
            "flex h-10 min-w-0 items-center justify-center gap-2 rounded-lg px-1.5 text-sm font-medium",
            chosen === id ? "bg-card text-foreground shadow-soft" : "text-muted-foreground",
          )}
        >
          <Icon aria-hidden className="size-4 shrink-0" />
          <span className="truncate">{label}</span>
          {unread > 0 && chosen !== id && (
            <span className="grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-primary px-1 text-[0.6875rem] font-semibold text-primary-foreground">
              <span aria-hidden>{unread}</span>
              <span className="sr-only">{t("unread", { count: unread })}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
