"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { readAmount } from "@/components/leads/read-amount";
import { SavedField } from "@/components/leads/saved-field";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { useLeads } from "@/components/leads/use-leads";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type { LeadDesk } from "@/server/domain/leads/lead-desk";
import { type ChangeLeadInput, LEAD_STATUSES, type LeadView } from "@/server/domain/leads/schema";

/** A moment as a field of day and time shows it, in the browser's zone. */
function localMoment(at: string | null): string {
  if (!at) return "";
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** A lead's facts; each is kept as soon as it is changed. */
export function LeadFields({ lead, desk }: { lead: LeadView; desk: LeadDesk }) {
  const t = useTranslations("Leads");
  const words = useLeadWords();
  const { change } = useLeads();
  const id = useId();
  const save = async (fields: Omit<ChangeLeadInput, "leadId">): Promise<string | null> => {
    try {
      const result = await change({ leadId: lead.id, ...fields });
      return result.ok ? null : t(`trouble.${result.reason}`);
    } catch {
      return t("changeFailed");
    }
  };
  const saveValue = (text: string) => {
    const value = readAmount(text);
    return value === undefined ? t("trouble.value") : save({ value });
  };
  const isGoneOwner = lead.owner && !desk.owners.some((owner) => owner.id === lead.owner?.id);
  return (
    <section aria-label={t("facts")} className="grid gap-4 sm:grid-cols-2">
      <div className="space-y-1.5">
        <Label htmlFor={`${id}-stage`}>{t("stage")}</Label>
        <Select
          id={`${id}-stage`}
          value={lead.status}
          onChange={(event) => {
            const status = LEAD_STATUSES.find((known) => known === event.target.value);
            if (status) void save({ status });
          }}
        >
          {LEAD_STATUSES.map((status) => (
            <option key={status} value={status}>
              {words.status(status)}
            </option>
          ))}
        </Select>
      </div>
      <div className="space-y-1.5">
        <Label htmlFor={`${id}-owner`}>{t("owner")}</Label>
        <Select
          id={`${id}-owner`}
          value={lead.owner?.id ?? ""}
          onChange={(event) =>
            void save({ ownerUserId: event.target.value ? Number(event.target.value) : null })
          }
        >
          <option value="">{t("ownerNone")}</option>
          {isGoneOwner && <option value={lead.owner?.id}>{lead.owner?.name}</option>}
          {desk.owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </Select>
      </div>
      <div className="sm:col-span-2">
        <SavedField
          label={t("field.name")}
          maxLength={200}
          saved={lead.name}
          onSave={(name) => (name ? save({ name }) : t("nameMissing"))}
        />
      </div>
      <SavedField
        label={t("field.phone")}
        type="tel"
        maxLength={60}
        saved={lead.phone ?? ""}
        onSave={(phone) => save({ phone: phone || null })}
      />
      <SavedField
        label={t("field.email")}
        type="email"
        maxLength={254}
        saved={lead.email ?? ""}
        onSave={(email) => save({ email: email || null })}
      />
      <div className="sm:col-span-2">
        <SavedField
          label={t("field.nextStep")}
          maxLength={300}
          saved={lead.nextStep ?? ""}
          onSave={(nextStep) => save({ nextStep: nextStep || null })}
        />
      </div>
      <SavedField
        label={t("field.nextStepAt")}
        type="datetime-local"
        saved={localMoment(lead.nextStepAt)}
        onSave={(text) => save({ nextStepAt: text ? new Date(text).toISOString() : null })}
      />
      <SavedField
        label={t("field.value", { currency: lead.currency })}
        inputMode="decimal"
        maxLength={20}
        saved={lead.value === null ? "" : words.amount(lead.value)}
        onSave={saveValue}
      />
      <p className="text-sm text-muted-foreground sm:col-span-2">
        {t("origin", { source: words.source(lead.source), at: words.moment(lead.createdAt) })}
      </p>
    </section>
  );
}
