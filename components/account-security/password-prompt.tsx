"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { PasswordField } from "@/components/login/password-field";
import { Button } from "@/components/ui/button";

type PasswordPromptProps = {
  act: "disable" | "renew";
  /** With new recovery codes, or null when two-factor login is off. */
  onDone: (recoveryCodes: string[] | null) => void;
  onCancel: () => void;
};

/** Has the person type their password before the second factor is touched. */
export function PasswordPrompt({ act, onDone, onCancel }: PasswordPromptProps) {
  const t = useTranslations("Security");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("totp-password") ?? "");
    setProblem(password ? null : t("proof.wrong_password"));
    setTrouble(null);
    if (!password) return;
    setBusy(true);
    const outcome = await askAccount(async (account) =>
      act === "disable"
        ? { ...(await account.disableTotp.mutate({ password })), recoveryCodes: null }
        : account.renewRecoveryCodes.mutate({ password }),
    );
    setBusy(false);
    if (!outcome.ok) setTrouble(outcome.trouble);
    else if (outcome.answer.ok) onDone(outcome.answer.recoveryCodes);
    else setProblem(t(`proof.${outcome.answer.reason}`));
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="max-w-sm space-y-4">
      <AskTroubleAlert trouble={trouble} />
      <PasswordField
        name="totp-password"
        label={t("currentPassword")}
        autoComplete="current-password"
        problem={problem}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          size="small"
          variant={act === "disable" ? "destructive" : "primary"}
          disabled={busy}
          aria-busy={busy}
        >
          {act === "disable" ? t("disableTotp") : t("renewCodes")}
        </Button>
        <Button size="small" variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
