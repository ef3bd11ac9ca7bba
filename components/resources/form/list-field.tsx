"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type ListFieldProps = {
  id: string;
  label: string;
  value: string[];
  placeholder?: string;
  suggestions: { value: string; label: string }[];
  invalid: boolean;
  describedBy?: string;
  onChange: (value: string[]) => void;
};

/** Several short texts: typed one by one, or picked from what we know. What was typed and not added counts on leaving. */
export function ListField({ id, label, value, placeholder, suggestions, onChange, ...rest }: ListFieldProps) {
  const t = useTranslations("Resources.form");
  const [typed, setTyped] = useState("");
  const add = (entries: string) => {
    const fresh = entries.split(/[\s,;]+/).filter((entry) => entry && !value.includes(entry));
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)]);
    setTyped("");
  };
  const labelOf = (entry: string) => suggestions.find((one) => one.value === entry)?.label;
  const offered = suggestions.filter((one) => !value.includes(one.value));
  return (
    <div className="space-y-2.5">
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {value.map((entry) => (
            <li
              key={entry}
              className="flex max-w-full items-center gap-1 rounded-lg bg-muted py-1 pr-1 pl-3 text-sm"
            >
              <span className="truncate" title={entry}>
                {labelOf(entry) ?? entry}
              </span>
              <Button
                variant="ghost"
                size="icon"
                className="size-8"
                aria-label={t("removeEntry", { entry: labelOf(entry) ?? entry })}
                onClick={() => onChange(value.filter((one) => one !== entry))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-2">
        <Input
          id={id}
          value={typed}
          placeholder={placeholder}
          aria-invalid={rest.invalid || undefined}
          aria-describedby={rest.describedBy}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => add(typed)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !typed) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button
          variant="outline"
          disabled={!typed}
          aria-label={`${t("addEntry")}: ${label}`}
          onClick={() => add(typed)}
        >
          <Plus aria-hidden />
          {t("addEntry")}
        </Button>
      </div>
      {offered.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-muted-foreground">{t("pick")}:</span>
          {offered.map((one) => (
            <Button
              key={one.value}
              variant="outline"
              size="small"
              className="max-w-full"
              onClick={() => onChange([...value, one.value])}
            >
              <Plus aria-hidden />
              <span className="truncate">{one.label}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
