"use client";

import type { SupportForm } from "@/components/settings/use-support-form";
import { LANGUAGES } from "@/components/shell/languages";
import { Select } from "@/components/ui/select";

/** Chooses the language in which managers are spoken to in their groups; `labelledBy` is the id of its heading. */
export function LanguageSelect({ form, labelledBy }: { form: SupportForm; labelledBy: string }) {
  return (
    <Select
      value={form.locale}
      onChange={(event) => {
        const chosen = LANGUAGES.find(({ locale }) => locale === event.target.value);
        if (chosen) form.setLocale(chosen.locale);
      }}
      aria-labelledby={labelledBy}
      className="max-w-md"
    >
      {LANGUAGES.map(({ locale, name }) => (
        <option key={locale} value={locale} lang={locale}>
          {name}
        </option>
      ))}
    </Select>
  );
}
