"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { FieldProblem } from "@/components/settings/field-problem";
import { LanguageSelect } from "@/components/settings/language-select";
import { NudgeFields } from "@/components/settings/nudge-fields";
import { NumberField } from "@/components/settings/number-field";
import { OffHoursMessageField } from "@/components/settings/off-hours-message-field";
import { OfficeHoursFields } from "@/components/settings/office-hours-fields";
import { SaveBar } from "@/components/settings/save-bar";
import { SettingsSection } from "@/components/settings/settings-section";
import { TimeZoneField } from "@/components/settings/time-zone-field";
import { useSupportForm } from "@/components/settings/use-support-form";
import { useUnsavedGuard } from "@/components/settings/use-unsaved-guard";
import { Alert } from "@/components/ui/alert";
import { Switch } from "@/components/ui/switch";
import type { SupportSettingsView } from "@/server/domain/workspaces/schema";

/** When people are there, what customers are told otherwise, and who is called when nobody answers. */
export function SupportSettings({ initial }: { initial: SupportSettingsView }) {
  const t = useTranslations("Settings");
  const form = useSupportForm(initial);
  const element = useRef<HTMLFormElement>(null);
  useUnsavedGuard(form.dirty, t("leaveQuestion"));
  const { problems, settings } = form;
  const { nudges, escalation, idle } = settings;

  useEffect(() => {
    if (problems.length > 0) element.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [problems]);

  function submit(event: FormEvent) {
    event.preventDefault();
    form.save();
  }

  return (
    <form ref={element} noValidate onSubmit={submit} className="mt-8">
      {!form.view.editable && (
        <Alert tone="info" title={t("readOnly")} className="mb-5">
          {t("readOnlyHint")}
        </Alert>
      )}
      <fieldset disabled={!form.view.editable} className="min-w-0 space-y-5">
        <SettingsSection id="language" title={t("language")} hint={t("languageHint")}>
          <LanguageSelect form={form} labelledBy="language" />
        </SettingsSection>
        <SettingsSection id="hours" title={t("hours")} hint={t("hoursHint")}>
          <TimeZoneField form={form} />
          <OfficeHoursFields form={form} />
        </SettingsSection>
        {!settings.officeHours.alwaysOpen && (
          <SettingsSection id="message" title={t("message")} hint={t("messageHint")}>
            <OffHoursMessageField form={form} language="en" />
            <OffHoursMessageField form={form} language="ru" />
          </SettingsSection>
        )}
        <SettingsSection
          id="nudges"
          title={t("nudges")}
          hint={t("nudgesHint")}
          control={
            <Switch
              aria-labelledby="nudges"
              checked={nudges.on}
              onCheckedChange={(on) => form.change("nudges", { ...nudges, on })}
            />
          }
        >
          {nudges.on ? <NudgeFields form={form} /> : <Off />}
        </SettingsSection>
        <SettingsSection
          id="escalation"
          title={t("escalation")}
          hint={t("escalationHint")}
          control={
            <Switch
              aria-labelledby="escalation"
              checked={escalation.on}
              onCheckedChange={(on) => form.change("escalation", { ...escalation, on })}
            />
          }
        >
          {escalation.on ? (
            <OneNumber
              id="escalation-minutes"
              label={t("escalationAfter")}
              unit={t("minutesUnit")}
              value={escalation.minutes}
              problem={form.problemAt("settings.escalation.minutes")}
              onChange={(minutes) => form.change("escalation", { ...escalation, minutes })}
            />
          ) : (
            <Off />
          )}
        </SettingsSection>
        <SettingsSection
          id="idle"
          title={t("idle")}
          hint={t("idleHint")}
          control={
            <Switch
              aria-labelledby="idle"
              checked={idle.on}
              onCheckedChange={(on) => form.change("idle", { ...idle, on })}
            />
          }
        >
          {idle.on ? (
            <OneNumber
              id="idle-days"
              label={t("idleAfter")}
              unit={t("daysUnit")}
              value={idle.days}
              problem={form.problemAt("settings.idle.days")}
              onChange={(days) => form.change("idle", { ...idle, days })}
            />
          ) : (
            <Off />
          )}
        </SettingsSection>
      </fieldset>
      <div className="mt-5">
        <SaveBar form={form} />
      </div>
    </form>
  );
}

function Off() {
  const t = useTranslations("Settings");
  return <p className="text-sm text-muted-foreground">{t("off")}</p>;
}

type OneNumberProps = {
  id: string;
  label: string;
  unit: string;
  value: number;
  problem: Parameters<typeof FieldProblem>[0]["problem"];
  onChange: (value: number) => void;
};

function OneNumber({ id, label, unit, value, problem, onChange }: OneNumberProps) {
  return (
    <div className="space-y-1.5">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="w-32 shrink-0 text-sm text-muted-foreground">
          {label}
        </label>
        <NumberField
          id={id}
          value={value}
          onChange={onChange}
          unit={unit}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
        />
      </div>
      <FieldProblem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
