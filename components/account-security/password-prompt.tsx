"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { PasswordField } from "@/components/login/password-field";
import { Button } from "@/components/ui/button";

type Refusal = "wrong_password" | "no_password" | "demo_account" | "not_enabled" | "already_enabled";

/** Does what the password is asked for; a refusal is shown at the field. */
export type ProvenAct = (
  account: Parameters<Parameters<typeof askAccount>[0]>[0],
  password: string,
) => Promise<{ ok: true } | { ok: false; reason: Refusal }>;

type PasswordPromptProps = {
  /** Of the field, one of its kind on the page. */
  name: string;
  /** What is going to be done. */
  label: string;
  destructive?: boolean;
  act: ProvenAct;
  onCancel: () => void;
};

/** Has the person type their password before something is done that protects the account. */
export function PasswordPrompt({ name, label, destructive = false, act, onCancel }: PasswordPromptProps) {
  const t = useTranslations("Security");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get(name) ?? "");
    setProblem(password ? null : t("proof.wrong_password"));
    setTrouble(null);
    if (!password) return;
    setBusy(true);
    const outcome = await askAccount((account) => act(account, password));
    setBusy(false);
    if (!outcome.ok) setTrouble(outcome.trouble);
    else if (!outcome.answer.ok) setProblem(t(`proof.${outcome.answer.reason}`));
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="max-w-sm space-y-4">
      <AskTroubleAlert trouble={trouble} />
      <PasswordField
        name={name}
        label={t("currentPassword")}
        autoComplete="current-password"
        problem={problem}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          size="small"
          variant={destructive ? "destructive" : "primary"}
          disabled={busy}
          aria-busy={busy}
        >
          {label}
        </Button>
        <Button size="small" variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
