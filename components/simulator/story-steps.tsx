"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type StoryStepsProps = { title: string; steps: { title: string; text: ReactNode; done: boolean }[] };

/** The whole story to play, with what was played already. */
export function StorySteps({ title, steps }: StoryStepsProps) {
  const t = useTranslations("Simulator");
  const next = steps.findIndex(({ done }) => !done);
  return (
    <div className="m-auto w-full max-w-md p-6">
      <h3 className="text-lg font-semibold tracking-tight">{title}</h3>
      <ol className="mt-4 space-y-3">
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={cn(
              "flex gap-3.5 rounded-2xl border p-4 transition-colors",
              index === next ? "border-primary/40 bg-accent/50" : "border-border",
            )}
          >
            <span
              className={cn(
                "grid size-7 shrink-0 place-items-center rounded-full text-xs font-semibold",
                step.done ? "bg-success-soft text-success" : "bg-primary text-primary-foreground",
              )}
            >
              {step.done ? <Check role="img" aria-label={t("stepDone")} className="size-4" /> : index + 1}
            </span>
            <div className="min-w-0">
              <h4 className="text-sm font-semibold">{step.title}</h4>
              <p className="mt-0.5 text-sm leading-relaxed text-muted-foreground">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
