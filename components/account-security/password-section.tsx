"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { PasswordField } from "@/components/login/password-field";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";

type PasswordSectionProps = { email: string; hasPassword: boolean; onChange: () => void };

/** Changes the password; who has none (Google) gets a letter to set one. */
export function PasswordSection({ email, hasPassword, onChange }: PasswordSectionProps) {
  const t = useTranslations("Security");
  const weak = useTranslations("Account.password");
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<{ current?: string; password?: string }>({});
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const current = String(data.get("current") ?? "");
    const password = String(data.get("password") ?? "");
    const found = {
      ...(!current && { current: weak("missing") }),
      ...(!password && { password: weak("missing") }),
    };
    setProblems(found);
    setSaid(null);
    setTrouble(null);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const outcome = await askAccount((account) => account.changePassword.mutate({ current, password }));
    setBusy(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    const { answer } = outcome;
    if (answer.ok) {
      form.reset();
      setSaid(t("passwordChanged"));
      onChange();
    } else if (answer.reason === "weak") setProblems({ password: weak(answer.problem) });
    else setProblems({ current: t(`proof.${answer.reason}`) });
  }

  async function sendLetter() {
    setBusy(true);
    const outcome = await askAccount((account) => account.requestReset.mutate({ email }));
    setBusy(false);
    if (outcome.ok) setSaid(t("letterSent", { email }));
    else setTrouble(outcome.trouble);
  }

  return (
    <SettingsSection
      id="security-password"
      title={t("password")}
      hint={hasPassword ? t("passwordHint") : t("noPasswordHint")}
    >
      <AskTroubleAlert trouble={trouble} />
      {hasPassword ? (
        <form method="post" noValidate onSubmit={submit} className="max-w-sm space-y-4">
          <PasswordField
            name="current"
            label={t("currentPassword")}
            autoComplete="current-password"
            problem={problems.current}
          />
          <PasswordField
            name="password"
            label={t("newPassword")}
            autoComplete="new-password"
            hint={t("newPasswordHint")}
            problem={problems.password}
          />
          <Button type="submit" size="small" disabled={busy} aria-busy={busy}>
            {t("changePassword")}
          </Button>
        </form>
      ) : (
        <Button size="small" variant="outline" disabled={busy} onClick={sendLetter}>
          {t("setPassword")}
        </Button>
      )}
      <p role="status" className="text-sm text-success empty:hidden">
        {said}
      </p>
    </SettingsSection>
  );
}
