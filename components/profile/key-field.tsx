"use client";

import { useTranslations } from "next-intl";
import { TextField } from "@/components/profile/text-field";
import { Button } from "@/components/ui/button";

type KeyFieldProps = {
  /** The end of the stored key; null when none is stored. */
  last4: string | null;
  /** Undefined while the stored one stays. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  problem?: string;
};

/** The key: the end of the stored one, or a field for a new one. */
export function KeyField({ last4, value, onChange, problem }: KeyFieldProps) {
  const t = useTranslations("Profile.ai");
  if (value === undefined)
    return (
      <div className="space-y-2">
        <p className="text-sm font-medium">{t("key")}</p>
        <div className="flex flex-wrap items-center gap-3">
          <code className="rounded-lg bg-muted px-3 py-2 text-sm">{last4 ? `…${last4}` : t("noKey")}</code>
          <Button size="small" variant="outline" onClick={() => onChange("")}>
            {t("replace")}
          </Button>
        </div>
      </div>
    );
  return (
    <TextField
      id="ai-key"
      label={t("key")}
      hint={t("keyHint")}
      type="password"
      value={value}
      onChange={onChange}
      problem={problem}
    />
  );
}
