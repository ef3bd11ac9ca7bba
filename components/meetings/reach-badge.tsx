import { Bot, type LucideIcon, Mail, MessageCircleOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Reach } from "@/server/domain/meetings/schema";

const icons: Record<Reach, LucideIcon> = { bot: Bot, mail: Mail, none: MessageCircleOff };

/** How a person hears of a meeting, with the reason where it is not by the bot. */
export function ReachBadge({ reach }: { reach: Reach }) {
  const t = useTranslations("Meetings");
  const Icon = icons[reach];
  return (
    <span
      title={t(`reachHint.${reach}`)}
      className={cn(
        "inline-flex max-w-full items-start gap-1.5 py-0.5 text-[13px]",
        reach === "none" ? "text-warning" : "text-muted-foreground",
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="whitespace-nowrap">{t(`reach.${reach}`)}</span>
    </span>
  );
}
