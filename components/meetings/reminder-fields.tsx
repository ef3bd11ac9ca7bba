"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { cn } from "@/components/ui/cn";

const offered = [10, 30, 60, 180, 1440, 2880, 10_080];
/** As many as a meeting keeps. */
const most = 5;

type ReminderFieldsProps = { chosen: number[]; onChange: (minutes: number[]) => void };

/** How long before the meeting those who have not answered are reminded. */
export function ReminderFields({ chosen, onChange }: ReminderFieldsProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const all = [...new Set([...offered, ...chosen])].sort((one, other) => one - other);
  return (
    <fieldset className="space-y-1.5">
      <legend className="text-sm font-medium">{t("field.reminders")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {all.map((minutes) => {
          const isChosen = chosen.includes(minutes);
          return (
            <button
              key={minutes}
              type="button"
              aria-pressed={isChosen}
              disabled={!isChosen && chosen.length >= most}
              className={cn(
                "inline-flex h-8.5 items-center gap-1.5 rounded-full border border-input/70 px-3 text-sm transition-colors hover:bg-muted disabled:opacity-55 max-sm:h-10",
                isChosen && "border-transparent bg-accent font-medium text-accent-foreground hover:bg-accent",
              )}
              onClick={() =>
                onChange(isChosen ? chosen.filter((one) => one !== minutes) : [...chosen, minutes])
              }
            >
              {isChosen && <Check aria-hidden className="size-3.5" />}
              {words.length(minutes)}
            </button>
          );
        })}
      </div>
      <p className="text-[13px] text-muted-foreground">
        {chosen.length === 0 ? t("remindersNone") : t("remindersHint")}
      </p>
    </fieldset>
  );
}
