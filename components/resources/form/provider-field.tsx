"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FieldControl } from "@/components/resources/form/field-control";
import type { ProviderWords } from "@/components/resources/use-provider-words";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import type { AccountProblem } from "@/server/domain/resources/schema";
import type { FieldValue, FormField } from "@/server/providers/form";

type ProviderFieldProps = {
  field: FormField;
  value: FieldValue;
  words: ProviderWords;
  problem: AccountProblem | undefined;
  suggestions?: { value: string; label: string }[];
  /** A secret is stored already, and stays unless a new one is typed. */
  stored?: boolean;
  onChange: (value: FieldValue) => void;
};

/** A field of a provider's form: its name, its control, what is wrong with it and what it is for. */
export function ProviderField(props: ProviderFieldProps) {
  const { field, value, words, problem, suggestions = [], stored, onChange } = props;
  const t = useTranslations("Resources.form");
  const id = useId();
  const [replacing, setReplacing] = useState(false);
  const help = words.help(field.name);
  const describedBy =
    [problem && `${id}-problem`, help && `${id}-help`].filter(Boolean).join(" ") || undefined;
  const label = words.label(field.name);
  return (
    <div className="space-y-2">
      <div className="flex items-center justify-between gap-4">
        <Label htmlFor={id}>{label}</Label>
        {stored && replacing && (
          <Button
            variant="ghost"
            size="small"
            onClick={() => {
              setReplacing(false);
              onChange("");
            }}
          >
            {t("keep")}
          </Button>
        )}
      </div>
      {stored && !replacing ? (
        <div className="flex h-11 items-center justify-between gap-4 rounded-lg border border-border bg-muted/50 pr-1 pl-3.5 text-sm">
          <span className="text-muted-foreground">{t("secretSet")}</span>
          <Button
            id={id}
            variant="ghost"
            size="small"
            aria-label={`${t("replace")}: ${label}`}
            onClick={() => setReplacing(true)}
          >
            {t("replace")}
          </Button>
        </div>
      ) : (
        <FieldControl
          {...{ id, field, value, words, suggestions, describedBy, onChange }}
          invalid={problem !== undefined}
        />
      )}
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-destructive">
          {words.problem(problem)}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-[13px] leading-relaxed text-muted-foreground">
          {help}
        </p>
      )}
    </div>
  );
}
