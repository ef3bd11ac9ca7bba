"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

type StoryStepsProps = {
  /** The customer wrote; a manager was asked for; a manager answered. */
  done: [asked: boolean, handedOver: boolean, taken: boolean];
};

/** The whole story to play, with what was played already. */
export function StorySteps({ done }: StoryStepsProps) {
  const t = useTranslations("Simulator");
  const next = done.indexOf(false);
  return (
    <div className="m-auto w-full max-w-md p-6">
      <h3 className="text-lg font-semibold tracking-tight">{t("storyTitle")}</h3>
      <ol className="mt-4 space-y-3">
        {([1, 2, 3] as const).map((step, index) => (
          <li
            key={step}
            className={cn(
              "flex gap-3.5 rounded-2xl border p-4 transition-colors",
              index === next ? "border-primary/40 bg-accent/50" : "border-border",
            )}
          >
            <span
              className={cn(
                "grid size-7 shrink-0 place-items-center rounded-full text-xs font-semibold",
                done[index] ? "bg-success-soft text-success" : "bg-primary text-primary-foreground",
              )}
            >
              {done[index] ? <Check role="img" aria-label={t("stepDone")} className="size-4" /> : step}
            </span>
            <div className="min-w-0">
              <h4 className="text-sm font-semibold">{t(`step${step}Title`)}</h4>
              <p className="mt-0.5 text-sm leading-relaxed text-muted-foreground">{t(`step${step}`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
