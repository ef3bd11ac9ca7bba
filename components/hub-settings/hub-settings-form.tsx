"use client";

import { Check } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { useHubSettingsForm } from "@/components/hub-settings/use-hub-settings-form";
import { NumberField } from "@/components/settings/number-field";
import { SaveBar } from "@/components/settings/save-bar";
import { SettingsSection } from "@/components/settings/settings-section";
import { useUnsavedGuard } from "@/components/settings/use-unsaved-guard";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { INTENTS } from "@/server/domain/messages/hub/schema";
import type { HubSettings } from "@/server/domain/workspaces/hub-settings";

const usual = [
  "EUR",
  "USD",
  "RUB",
  "RSD",
  "GBP",
  "CHF",
  "KZT",
  "BYN",
  "UAH",
  "GEL",
  "AMD",
  "TRY",
  "AED",
  "CNY",
];

/** What the analysis may cost, what makes a lead by itself, and how proposals wait. */
export function HubSettingsForm({ initial }: { initial: HubSettings }) {
  const t = useTranslations("Settings.hub");
  const words = useTranslations("Hub");
  const settings = useTranslations("Settings");
  const locale = useLocale();
  const form = useHubSettingsForm(initial);
  const element = useRef<HTMLFormElement>(null);
  useUnsavedGuard(form.dirty, settings("leaveQuestion"));
  const { draft, problems } = form;
  const currencies = usual.includes(draft.currency) ? usual : [draft.currency, ...usual];
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  };
  const problemOf = (name: keyof HubSettings, text: string) =>
    problems.includes(name) && (
      <p id={`${name}-problem`} className="text-sm text-destructive">
        {text}
      </p>
    );
  const invalid = (name: keyof HubSettings) =>
    problems.includes(name) && { "aria-invalid": true, "aria-describedby": `${name}-problem` };
  return (
    <form ref={element} noValidate onSubmit={submit} className="mt-8">
      <div className="space-y-5">
        <SettingsSection id="budget" title={t("budget")} hint={t("budgetHint")}>
          <div className="space-y-1.5">
            <div className="flex flex-wrap items-center gap-2">
              <label htmlFor="analysisDailyBudget" className="w-40 shrink-0 text-sm text-muted-foreground">
                {t("budgetADay")}
              </label>
              <NumberField
                id="analysisDailyBudget"
                unit="USD"
                inputMode="decimal"
                step={0.1}
                min={0}
                value={draft.analysisDailyBudget}
                onChange={(analysisDailyBudget) => form.change({ analysisDailyBudget })}
                {...invalid("analysisDailyBudget")}
              />
            </div>
            {problemOf("analysisDailyBudget", t("budgetProblem"))}
            {draft.analysisDailyBudget === 0 && (
              <p className="text-sm text-muted-foreground">{t("noBudget")}</p>
            )}
          </div>
        </SettingsSection>
        <SettingsSection id="leads" title={t("leads")} hint={t("leadsHint")}>
          <fieldset aria-labelledby="leads" className="flex flex-wrap gap-2">
            {INTENTS.filter((intent) => intent !== "broadcast" && intent !== "other").map((intent) => {
              const isOn = draft.leadIntents.includes(intent);
              return (
                <button
                  key={intent}
                  type="button"
                  aria-pressed={isOn}
                  className={cn(
                    "inline-flex h-10 items-center gap-1.5 rounded-full border px-3.5 text-sm font-medium transition-colors sm:h-9",
                    isOn
                      ? "border-transparent bg-accent text-accent-foreground"
                      : "border-border bg-card text-muted-foreground hover:bg-muted",
                  )}
                  onClick={() =>
                    form.change({
                      leadIntents: isOn
                        ? draft.leadIntents.filter((one) => one !== intent)
                        : [...draft.leadIntents, intent].toSorted(),
                    })
                  }
                >
                  {isOn && <Check aria-hidden className="size-3.5" />}
                  {words(`intent_${intent}`)}
                </button>
              );
            })}
          </fieldset>
          <div className="flex flex-wrap items-center gap-2">
            <label htmlFor="currency" className="w-40 shrink-0 text-sm text-muted-foreground">
              {t("currency")}
            </label>
            <Select
              id="currency"
              value={draft.currency}
              className="w-64 max-w-full"
              onChange={({ target }) => form.change({ currency: target.value })}
            >
              {currencies.map((code) => (
                <option key={code} value={code}>
                  {code} · {names.of(code)}
                </option>
              ))}
            </Select>
          </div>
        </SettingsSection>
        <SettingsSection id="approvals" title={t("approvals")} hint={t("approvalsHint")}>
          <div className="space-y-1.5">
            <div className="flex flex-wrap items-center gap-2">
              <label htmlFor="approvalHours" className="w-40 shrink-0 text-sm text-muted-foreground">
                {t("approvalHours")}
              </label>
              <NumberField
                id="approvalHours"
                unit={t("hoursUnit")}
                min={1}
                max={720}
                value={draft.approvalHours}
                onChange={(approvalHours) => form.change({ approvalHours })}
                {...invalid("approvalHours")}
              />
            </div>
            {problemOf("approvalHours", t("hoursProblem"))}
          </div>
          <div className="flex items-start justify-between gap-4">
            <label htmlFor="approvalsInGroup" className="text-sm">
              <span className="font-medium">{t("inGroup")}</span>
              <span className="mt-0.5 block leading-relaxed text-muted-foreground">{t("inGroupHint")}</span>
            </label>
            <Switch
              id="approvalsInGroup"
              checked={draft.approvalsInGroup}
              onCheckedChange={(approvalsInGroup) => form.change({ approvalsInGroup })}
            />
          </div>
        </SettingsSection>
      </div>
      <div className="mt-5">
        <SaveBar form={form} />
      </div>
    </form>
  );
}
