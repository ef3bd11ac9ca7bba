"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { FormField } from "@/components/login/form-field";
import { CheckMail } from "@/components/register/check-mail";
import { Button } from "@/components/ui/button";

/** Asks for the letter with which a password is chosen anew. */
export function ForgotForm({ letters }: { letters: "mail" | "console" }) {
  const t = useTranslations("Account");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    const wrong = !/^\S+@\S+\.\S+$/.test(email);
    setProblem(wrong ? t("emailWrong") : null);
    if (wrong) return;
    setBusy(true);
    setTrouble(null);
    const outcome = await askAccount((account) => account.requestReset.mutate({ email }));
    setBusy(false);
    if (outcome.ok) setSentTo(email);
    else setTrouble(outcome.trouble);
  }

  if (sentTo) return <CheckMail letters={letters} text={t("forgotSent", { email: sentTo })} />;
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-8 space-y-5">
      <AskTroubleAlert trouble={trouble} />
      <FormField
        name="email"
        label={t("email")}
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        problem={problem}
      />
      <Button type="submit" className="w-full" disabled={busy} aria-busy={busy}>
        {t("sendLink")}
      </Button>
    </form>
  );
}
