"use client";

import { useTranslations } from "next-intl";
import type { SupportForm } from "@/components/settings/use-support-form";
import { WeekEditor } from "@/components/settings/week-editor";

/** Always open, or by the week. */
export function OfficeHoursFields({ form }: { form: SupportForm }) {
  const t = useTranslations("Settings");
  const { officeHours } = form.settings;
  const choices = [
    { alwaysOpen: true, label: t("alwaysOpen"), hint: t("alwaysOpenHint") },
    { alwaysOpen: false, label: t("byWeek"), hint: t("byWeekHint") },
  ];
  return (
    <>
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">{t("hours")}</legend>
        {choices.map(({ alwaysOpen, label, hint }) => (
          <label
            key={label}
            className="flex cursor-pointer gap-3 rounded-xl border border-border p-4 transition-colors hover:bg-muted/60 has-checked:border-primary has-checked:bg-accent/60 has-disabled:cursor-default"
          >
            <input
              type="radio"
              name="office-hours"
              checked={officeHours.alwaysOpen === alwaysOpen}
              onChange={() => form.change("officeHours", { ...officeHours, alwaysOpen })}
              className="mt-0.5 size-4 shrink-0 accent-primary"
            />
            <span className="text-sm">
              <span className="block font-medium">{label}</span>
              <span className="mt-0.5 block leading-relaxed text-muted-foreground">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {!officeHours.alwaysOpen && <WeekEditor form={form} />}
    </>
  );
}
