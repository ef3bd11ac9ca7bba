"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type AnalyticsInput, MAX_DAYS } from "@/server/domain/analytics/schema";

const offered = [7, 30, 90, 365];
const dayMs = 24 * 3600_000;

type PeriodChoiceProps = { input: Partial<AnalyticsInput>; from?: string; to?: string };

/** Which days the page shows; the address keeps them. */
export function PeriodChoice({ input, from, to }: PeriodChoiceProps) {
  const t = useTranslations("Analytics");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<"missingDay" | "wrongOrder" | "tooLong" | null>(null);
  const own = input.from !== undefined;
  const part =
    "h-9 rounded-lg px-3 text-sm whitespace-nowrap text-muted-foreground hover:text-foreground aria-pressed:bg-card aria-pressed:text-foreground aria-pressed:shadow-soft max-sm:h-10 max-sm:px-1";
  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [first, last] = [String(data.get("from")), String(data.get("to"))];
    const days = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
    const found =
      !first || !last ? "missingDay" : days < 1 ? "wrongOrder" : days > MAX_DAYS ? "tooLong" : null;
    setProblem(found);
    if (found) return;
    setOpen(false);
    router.push(`/analytics?from=${first}&to=${last}`);
  }
  return (
    <fieldset className="flex flex-wrap rounded-xl bg-muted p-1 max-sm:grid max-sm:w-full max-sm:grid-cols-4">
      <legend className="sr-only">{t("period")}</legend>
      {offered.map((days) => (
        <button
          key={days}
          type="button"
          className={part}
          aria-pressed={!own && (input.days ?? 30) === days}
          onClick={() => router.push(`/analytics?days=${days}`)}
        >
          {t("lastDays", { days })}
        </button>
      ))}
      <Popover
        open={open}
        onOpenChange={(next) => {
          setProblem(null);
          setOpen(next);
        }}
      >
        <PopoverTrigger asChild>
          <button type="button" className={cn(part, "max-sm:col-span-full")} aria-pressed={own}>
            {t("own")}
          </button>
        </PopoverTrigger>
        <PopoverContent aria-label={t("own")} align="end" className="w-72 p-4">
          <form onSubmit={show} className="space-y-3" noValidate>
            <div className="space-y-1.5">
              <Label htmlFor="period-from">{t("from")}</Label>
              <Input id="period-from" name="from" type="date" required defaultValue={from} />
            </div>
            <div className="space-y-1.5">
              <Label htmlFor="period-to">{t("to")}</Label>
              <Input id="period-to" name="to" type="date" required defaultValue={to} />
            </div>
            {problem && (
              <p role="alert" className="text-sm text-destructive">
                {t(problem, { days: MAX_DAYS })}
              </p>
            )}
            <Button type="submit" size="small" className="w-full">
              {t("apply")}
            </Button>
          </form>
        </PopoverContent>
      </Popover>
    </fieldset>
  );
}
