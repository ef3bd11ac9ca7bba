"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldProblem } from "@/components/settings/field-problem";
import { NumberField } from "@/components/settings/number-field";
import type { SupportForm } from "@/components/settings/use-support-form";
import { Button } from "@/components/ui/button";

const mostNudges = 5;

/** After how many minutes managers are reminded. */
export function NudgeFields({ form }: { form: SupportForm }) {
  const t = useTranslations("Settings");
  const { nudges } = form.settings;
  const set = (minutes: number[]) => form.change("nudges", { ...nudges, minutes });
  return (
    <ol className="flex flex-col gap-3">
      {[...nudges.minutes.entries()].map(([index, minutes]) => {
        const path = `settings.nudges.minutes.${index}`;
        const problem = form.problemAt(path);
        return (
          <li key={index} className="space-y-1.5">
            <div className="flex items-center gap-2">
              <span className="w-32 shrink-0 text-sm text-muted-foreground">
                {t("nudge", { number: index + 1 })}
              </span>
              <NumberField
                value={minutes}
                onChange={(next) => set(nudges.minutes.with(index, next))}
                unit={t("minutesUnit")}
                min={1}
                aria-label={t("nudgeField", { number: index + 1 })}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? `${path}-problem` : undefined}
              />
              {nudges.minutes.length > 1 && (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t("removeNudge", { number: index + 1 })}
                  onClick={() => set(nudges.minutes.toSpliced(index, 1))}
                >
                  <X aria-hidden />
                </Button>
              )}
            </div>
            <FieldProblem id={`${path}-problem`} problem={problem} />
          </li>
        );
      })}
      {nudges.minutes.length < mostNudges && (
        <li>
          <Button
            variant="outline"
            size="small"
            onClick={() => set([...nudges.minutes, (nudges.minutes.at(-1) || 0) + 30])}
          >
            <Plus aria-hidden />
            {t("addNudge")}
          </Button>
        </li>
      )}
    </ol>
  );
}
