"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { FieldProblem } from "@/components/settings/field-problem";
import type { SupportForm } from "@/components/settings/use-support-form";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** The workspace's time zone, found by typing a part of its name; shows what time it is there. */
export function TimeZoneField({ form }: { form: SupportForm }) {
  const t = useTranslations("Settings");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const { timeZone } = form;
  const { timeZones } = form.view;
  const problem = form.problemAt("timeZone");
  const isKnown = timeZones.includes(timeZone);
  return (
    <div className="space-y-2">
      <Label htmlFor="time-zone">{t("timeZone")}</Label>
      <Input
        id="time-zone"
        list="time-zones"
        value={timeZone}
        onChange={(event) => form.setTimeZone(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        placeholder={t("timeZonePlaceholder")}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? "time-zone-problem" : "time-zone-hint"}
        className="max-w-md"
      />
      <datalist id="time-zones">
        {timeZones.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FieldProblem id="time-zone-problem" problem={problem} />
      {!problem && (
        <p id="time-zone-hint" className="text-sm text-muted-foreground" suppressHydrationWarning>
          {isKnown
            ? t("timeThere", {
                time: format.dateTime(now, {
                  timeZone,
                  weekday: "long",
                  hour: "2-digit",
                  minute: "2-digit",
                  hourCycle: "h23",
                }),
              })
            : t("timeZoneSearch")}
        </p>
      )}
    </div>
  );
}
