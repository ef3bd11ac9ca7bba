import { Flame } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { INTENT_LOOKS } from "@/components/hub/intent-looks";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

const Understanding = lazy(async () => {
  const { Understanding: body } = await import("@/components/hub/understanding");
  return { default: body };
});

const look =
  "relative inline-flex h-6 items-center gap-1 rounded-full border border-border bg-card px-2 text-xs font-medium transition-colors after:absolute after:-inset-y-2 after:inset-x-0 hover:bg-muted aria-expanded:bg-muted sm:after:hidden";

/** What a message was understood as, and how surely; opens how that came to be, and the correction. */
export function IntentBadge({ message, className }: { message: HubMessageView; className?: string }) {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { intent, intentConfidence, urgent } = message;
  if (!intent) return null;
  const { icon: Icon, colour } = INTENT_LOOKS[intent];
  const sure = intentConfidence === null ? "" : intentConfidence.toLocaleString(locale, { style: "percent" });
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger
        className={cn(look, urgent && "border-destructive/40 bg-destructive-soft", className)}
        title={t("howUnderstood")}
      >
        {urgent && <Flame role="img" aria-label={t("urgent")} className="size-3 text-destructive" />}
        <Icon aria-hidden className={cn("size-3", colour)} />
        <span>{t(`intent_${intent}`)}</span>
        <span className="font-normal text-muted-foreground tabular-nums">{sure}</span>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t("howUnderstood")}>
        <Suspense fallback={<Skeleton className="h-56" />}>
          <Understanding messageId={message.id} onDone={() => setOpen(false)} />
        </Suspense>
      </PopoverContent>
    </Popover>
  );
}
