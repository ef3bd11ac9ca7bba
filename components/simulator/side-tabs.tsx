"use client";

import { Smartphone, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

type Side = "customer" | "managers";
type SideTabsProps = { side: Side; unread: Record<Side, number>; onChoose: (side: Side) => void };

/** On a phone: which of the two sides is shown. */
export function SideTabs({ side, unread, onChoose }: SideTabsProps) {
  const t = useTranslations("Simulator");
  const sides = [
    { id: "customer" as const, label: t("customerSide"), icon: Smartphone },
    { id: "managers" as const, label: t("managerSide"), icon: UsersRound },
  ];
  return (
    <nav
      aria-label={t("sides")}
      className="mx-3 mt-2 grid grid-cols-2 gap-1 rounded-xl bg-muted p-1 lg:hidden"
    >
      {sides.map(({ id, label, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-pressed={side === id}
          onClick={() => onChoose(id)}
          className={cn(
            "flex h-10 items-center justify-center gap-2 rounded-lg text-sm font-medium",
            side === id ? "bg-card text-foreground shadow-soft" : "text-muted-foreground",
          )}
        >
          <Icon aria-hidden className="size-4" />
          {label}
          {unread[id] > 0 && side !== id && (
            <span className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1 text-[0.6875rem] font-semibold text-primary-foreground">
              <span aria-hidden>{unread[id]}</span>
              <span className="sr-only">{t("unread", { count: unread[id] })}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
