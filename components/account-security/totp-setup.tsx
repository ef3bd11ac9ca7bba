"use client";

import Image from "next/image";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { FormField } from "@/components/login/form-field";
import { Button } from "@/components/ui/button";

type TotpSetupProps = {
  secret: string;
  svg: string;
  onEnabled: (recoveryCodes: string[]) => void;
  onCancel: () => void;
};

/** The secret for the app, as a picture and as text, and the first code that proves the app has it. */
export function TotpSetup({ secret, svg, onEnabled, onCancel }: TotpSetupProps) {
  const t = useTranslations("Security");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    setProblem(code ? null : t("codeMissing"));
    setTrouble(null);
    if (!code) return;
    setBusy(true);
    const outcome = await askAccount((account) => account.confirmTotp.mutate({ code }));
    setBusy(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    if (outcome.answer.ok) onEnabled(outcome.answer.recoveryCodes);
    else setProblem(t(`confirm.${outcome.answer.reason}`));
  }

  return (
    <div className="flex flex-wrap gap-6">
      <Image
        unoptimized
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={t("qrAlt")}
        width={176}
        height={176}
        className="size-44 rounded-xl border border-border bg-white"
      />
      <form method="post" noValidate onSubmit={submit} className="min-w-60 flex-1 space-y-4">
        <AskTroubleAlert trouble={trouble} />
        <p className="text-sm leading-relaxed text-muted-foreground">{t("scan")}</p>
        <p className="rounded-lg bg-muted px-3 py-2 font-mono text-sm break-all" data-testid="totp-secret">
          {secret}
        </p>
        <FormField
          name="code"
          label={t("code")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          problem={problem}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" size="small" disabled={busy} aria-busy={busy}>
            {t("confirmTotp")}
          </Button>
          <Button size="small" variant="ghost" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </div>
  );
}
