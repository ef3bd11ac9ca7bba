"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Preset } from "@/components/qr/preset-text";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";

type ContentFieldsProps = { preset: Preset; onChange: (preset: Preset) => void };

/** The fields of one preset. */
export function ContentFields({ preset, onChange }: ContentFieldsProps) {
  const t = useTranslations("Qr");
  switch (preset.kind) {
    case "url":
      return (
        <Field id="qr-url" label={t("url")}>
          <Input
            id="qr-url"
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://example.com"
            value={preset.url}
            onChange={(event) => onChange({ ...preset, url: event.target.value })}
          />
        </Field>
      );
    case "text":
      return (
        <Field id="qr-text" label={t("text")}>
          <Textarea
            id="qr-text"
            maxLength={2953}
            value={preset.text}
            onChange={(event) => onChange({ ...preset, text: event.target.value })}
          />
        </Field>
      );
    case "wifi":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="network"
            label={t("network")}
            value={preset.network}
            onChange={(network) => onChange({ ...preset, network })}
          />
          <Field id="qr-security" label={t("security")}>
            <Select
              id="qr-security"
              value={preset.security}
              onChange={(event) =>
                onChange({ ...preset, security: event.target.value as typeof preset.security })
              }
            >
              <option value="WPA">WPA / WPA2 / WPA3</option>
              <option value="WEP">WEP</option>
              <option value="nopass">{t("noPassword")}</option>
            </Select>
          </Field>
          {preset.security !== "nopass" && (
            <TextField
              name="wifi-password"
              label={t("wifiPassword")}
              value={preset.password}
              onChange={(password) => onChange({ ...preset, password })}
            />
          )}
          <div className="flex items-center gap-3 self-end pb-2.5">
            <Switch
              id="qr-hidden"
              checked={preset.hidden}
              onCheckedChange={(hidden) => onChange({ ...preset, hidden })}
            />
            <Label htmlFor="qr-hidden">{t("hiddenNetwork")}</Label>
          </div>
        </div>
      );
    case "vcard":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          {(["name", "phone", "email", "company", "role", "site"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              value={preset[name]}
              onChange={(value) => onChange({ ...preset, [name]: value })}
            />
          ))}
        </div>
      );
    case "telegram":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="bot"
            label={t("bot")}
            placeholder="@my_company_bot"
            value={preset.bot}
            onChange={(bot) => onChange({ ...preset, bot })}
          />
          <TextField
            name="source"
            label={t("source")}
            hint={t("sourceHint")}
            placeholder="window"
            maxLength={64}
            value={preset.source}
            onChange={(source) => onChange({ ...preset, source })}
          />
        </div>
      );
  }
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}

type TextFieldProps = {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
  maxLength?: number;
  value: string;
  onChange: (value: string) => void;
};

function TextField({ name, label, hint, value, onChange, ...input }: TextFieldProps) {
  const id = `qr-${name}`;
  return (
    <Field id={id} label={label}>
      <Input
        id={id}
        autoComplete="off"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
        {...input}
      />
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted-foreground">
          {hint}
        </p>
      )}
    </Field>
  );
}
