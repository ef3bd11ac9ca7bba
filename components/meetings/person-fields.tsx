"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/meetings/field";
import { Input } from "@/components/ui/input";

export type PersonDraft = { fullName: string; email: string; phone: string };
export type PersonProblems = Partial<Record<keyof PersonDraft, string>>;

type PersonFieldsProps = {
  id: string;
  draft: PersonDraft;
  problems: PersonProblems;
  onChange: (changes: Partial<PersonDraft>) => void;
};

/** A person's name and addresses. */
export function PersonFields({ id, draft, problems, onChange }: PersonFieldsProps) {
  const t = useTranslations("Meetings");
  return (
    <>
      <Field id={`${id}-fullName`} label={t("person.fullName")} problem={problems.fullName}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            value={draft.fullName}
            maxLength={200}
            autoComplete="off"
            onChange={({ target }) => onChange({ fullName: target.value })}
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`${id}-email`} label={t("person.email")} problem={problems.email}>
          {(control) => (
            <Input
              {...control}
              type="email"
              value={draft.email}
              maxLength={200}
              autoComplete="off"
              onChange={({ target }) => onChange({ email: target.value })}
            />
          )}
        </Field>
        <Field id={`${id}-phone`} label={t("person.phone")} problem={problems.phone}>
          {(control) => (
            <Input
              {...control}
              type="tel"
              value={draft.phone}
              maxLength={25}
              autoComplete="off"
              onChange={({ target }) => onChange({ phone: target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
