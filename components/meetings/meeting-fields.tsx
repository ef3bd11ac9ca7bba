"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/meetings/field";
import type { DraftField, MeetingDraft } from "@/components/meetings/meeting-draft";
import { ReminderFields } from "@/components/meetings/reminder-fields";
import { RepeatFields } from "@/components/meetings/repeat-fields";
import { TimeZoneInput } from "@/components/meetings/time-zone-input";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

const durations = [15, 30, 45, 60, 90, 120, 180, 240, 480];

export type DraftChange = (changes: Partial<MeetingDraft>) => void;
type MeetingFieldsProps = {
  /** Begins the ids of the fields. */
  id: string;
  draft: MeetingDraft;
  problems: Partial<Record<DraftField, string>>;
  /** Whether an account of ours can make the link. */
  makesLinks: boolean;
  onChange: DraftChange;
};

/** Everything that is asked of a meeting, the usual first and the rest folded away. */
export function MeetingFields({ id, draft, problems, makesLinks, onChange }: MeetingFieldsProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const lengths = [...new Set([...durations, draft.durationMinutes])].sort((one, other) => one - other);
  return (
    <>
      <Field id={`${id}-topic`} label={t("field.topic")} problem={problems.topic}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            value={draft.topic}
            maxLength={200}
            autoComplete="off"
            placeholder={t("placeholder.topic")}
            onChange={({ target }) => onChange({ topic: target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[1.2fr_1fr_1fr]">
        <Field id={`${id}-day`} label={t("field.day")} problem={problems.day} className="max-sm:col-span-2">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.day}
              onChange={({ target }) => onChange({ day: target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-time`} label={t("field.time")} problem={problems.time}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={draft.time}
              onChange={({ target }) => onChange({ time: target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-duration`} label={t("field.duration")}>
          {(control) => (
            <Select
              {...control}
              value={draft.durationMinutes}
              onChange={({ target }) => onChange({ durationMinutes: Number(target.value) })}
            >
              {lengths.map((minutes) => (
                <option key={minutes} value={minutes}>
                  {words.length(minutes)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <TimeZoneInput id={`${id}-timeZone`} draft={draft} problem={problems.timeZone} onChange={onChange} />
      <Field id={`${id}-place`} label={t("field.place")}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            value={draft.place}
            maxLength={300}
            autoComplete="off"
            placeholder={t("placeholder.place")}
            onChange={({ target }) => onChange({ place: target.value })}
          />
        )}
      </Field>
      <LinkField id={id} draft={draft} problem={problems.link} makesLinks={makesLinks} onChange={onChange} />
      <Field id={`${id}-agenda`} label={t("field.agenda")}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            value={draft.agenda}
            maxLength={4000}
            placeholder={t("placeholder.agenda")}
            onChange={({ target }) => onChange({ agenda: target.value })}
          />
        )}
      </Field>
      <RepeatFields id={id} draft={draft} problem={problems.cron} onChange={onChange} />
      <ReminderFields
        chosen={draft.reminderMinutes}
        onChange={(reminderMinutes) => onChange({ reminderMinutes })}
      />
      <fieldset className="space-y-1.5" aria-describedby={`${id}-until-told`}>
        <legend className="text-sm font-medium">{t("field.until")}</legend>
        <div className="grid grid-cols-2 gap-4 sm:max-w-sm">
          <Input
            id={`${id}-until`}
            type="date"
            aria-label={t("untilDay")}
            aria-invalid={problems.until ? true : undefined}
            value={draft.untilDay}
            onChange={({ target }) => onChange({ untilDay: target.value })}
          />
          <Input
            type="time"
            aria-label={t("untilTime")}
            aria-invalid={problems.until ? true : undefined}
            value={draft.untilTime}
            onChange={({ target }) => onChange({ untilTime: target.value })}
          />
        </div>
        <p
          id={`${id}-until-told`}
          className={`text-[13px] ${problems.until ? "text-destructive" : "text-muted-foreground"}`}
        >
          {problems.until ?? t("untilHint")}
        </p>
      </fieldset>
    </>
  );
}

type LinkFieldProps = Omit<MeetingFieldsProps, "problems"> & { problem: string | undefined };

function LinkField({ id, draft, problem, makesLinks, onChange }: LinkFieldProps) {
  const t = useTranslations("Meetings");
  const byAccount = draft.linkBy === "account";
  return (
    <div className="space-y-2">
      <Field
        id={`${id}-link`}
        label={t("field.link")}
        problem={problem}
        hint={byAccount ? t("linkMadeHint") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            disabled={byAccount}
            value={byAccount ? "" : draft.link}
            maxLength={2000}
            placeholder={byAccount ? t("linkMade") : "https://"}
            onChange={({ target }) => onChange({ link: target.value })}
          />
        )}
      </Field>
      {(makesLinks || byAccount) && (
        <label className="flex min-h-8 w-fit items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-primary"
            checked={byAccount}
            onChange={({ target }) => onChange({ linkBy: target.checked ? "account" : "own" })}
          />
          {t("makeLink")}
        </label>
      )}
    </div>
  );
}
