"use client";

import { Bot, type LucideIcon, Mail, MessageCircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReach } from "@/components/meetings/use-reach";
import { Skeleton } from "@/components/ui/skeleton";
import type { Reach } from "@/server/domain/meetings/schema";

const ways: { reach: Reach; icon: LucideIcon }[] = [
  { reach: "bot", icon: Bot },
  { reach: "mail", icon: Mail },
  { reach: "none", icon: MessageCircleOff },
];

/** Who of a meeting will hear of a change, and how. */
export function WhoIsTold({ meetingId }: { meetingId: number }) {
  const t = useTranslations("Meetings");
  const counts = useReach(meetingId);
  if (!counts) return <Skeleton className="h-16" />;
  const told = ways.filter(({ reach }) => counts[reach] > 0);
  return (
    <div className="rounded-xl bg-muted/60 px-4 py-3 text-sm">
      <p className="font-medium">{told.length === 0 ? t("told.nobody") : t("told.title")}</p>
      <ul className="mt-1.5 space-y-1 text-muted-foreground">
        {told.map(({ reach, icon: Icon }) => (
          <li key={reach} className="flex items-start gap-2">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t(`told.${reach}`, { count: counts[reach] })}
          </li>
        ))}
      </ul>
    </div>
  );
}
