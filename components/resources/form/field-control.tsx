"use client";

import { useTranslations } from "next-intl";
import { ChoicesField } from "@/components/resources/form/choices-field";
import { ListField } from "@/components/resources/form/list-field";
import { SecretField } from "@/components/resources/form/secret-field";
import type { ProviderWords } from "@/components/resources/use-provider-words";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { FieldValue, FormField } from "@/server/providers/form";

export type FieldControlProps = {
  id: string;
  field: FormField;
  value: FieldValue;
  words: ProviderWords;
  suggestions: { value: string; label: string }[];
  invalid: boolean;
  describedBy?: string;
  onChange: (value: FieldValue) => void;
};

const textOf = (value: FieldValue) => (typeof value === "object" ? "" : String(value));

/** The control that a field's kind asks for. */
export function FieldControl(props: FieldControlProps) {
  const { id, field, value, words, suggestions, invalid, describedBy, onChange } = props;
  const common = { id, "aria-invalid": invalid || undefined, "aria-describedby": describedBy };
  const text = {
    ...common,
    value: textOf(value),
    placeholder: field.placeholder,
    maxLength: field.maxLength,
    required: field.required,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  switch (field.kind) {
    case "secret":
      return <SecretField {...text} />;
    case "url":
      return <Input {...text} type="url" inputMode="url" />;
    case "long-text":
      return <Textarea {...text} />;
    case "number":
      return (
        <Input
          {...text}
          type="number"
          inputMode="numeric"
          min={field.minimum}
          max={field.maximum}
          onChange={({ target }) => onChange(target.value === "" ? "" : target.valueAsNumber)}
        />
      );
    case "switch":
      return <Switch {...common} checked={value === true} onCheckedChange={onChange} />;
    case "choice":
      return (
        <Select {...common} value={textOf(value)} onChange={({ target }) => onChange(target.value)}>
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {words.choice(field.name, choice)}
            </option>
          ))}
        </Select>
      );
    case "choices":
      return (
        <ChoicesField
          id={id}
          label={words.label(field.name)}
          choices={(field.choices ?? []).map((choice) => ({
            value: choice,
            label: words.choice(field.name, choice),
          }))}
          value={Array.isArray(value) ? value : []}
          {...{ invalid, describedBy, onChange }}
        />
      );
    case "list":
      return (
        <ListField
          id={id}
          label={words.label(field.name)}
          value={Array.isArray(value) ? value : []}
          placeholder={field.placeholder}
          {...{ suggestions, invalid, describedBy, onChange }}
        />
      );
    case "by-language":
      return <ByLanguage {...props} />;
    default:
      return <Input {...text} />;
  }
}

/** One text for each language. */
function ByLanguage({ id, field, value, invalid, describedBy, words, onChange }: FieldControlProps) {
  const t = useTranslations("Resources.form");
  const texts = typeof value === "object" && !Array.isArray(value) ? value : {};
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {field.languages?.map((language, index) => {
        const own = index === 0 ? id : `${id}-${language}`;
        const name = t("language", { language });
        return (
          <div key={language} className="space-y-1.5">
            <label htmlFor={own} className="block text-sm text-muted-foreground">
              <span className="sr-only">{words.label(field.name)}: </span>
              {name}
            </label>
            <Textarea
              id={own}
              lang={language}
              value={texts[language] ?? ""}
              maxLength={field.maxLength}
              aria-invalid={invalid || undefined}
              aria-describedby={describedBy}
              onChange={({ target }) => onChange({ ...texts, [language]: target.value })}
            />
          </div>
        );
      })}
    </div>
  );
}
