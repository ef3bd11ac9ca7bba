"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { LinkOver } from "@/components/login/link-over";
import { PasswordField } from "@/components/login/password-field";
import { Button } from "@/components/ui/button";

/** Sets the password that the holder of a letter's link chooses. */
export function ResetForm({ token, next }: { token: string; next: string }) {
  const t = useTranslations("Account");
  const [state, setState] = useState<"idle" | "busy" | "done" | "over">("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    setProblem(password ? null : t("password.missing"));
    if (!password) return;
    setState("busy");
    setTrouble(null);
    const outcome = await askAccount((account) => account.resetPassword.mutate({ token, password }));
    setState("idle");
    if (!outcome.ok) return setTrouble(outcome.trouble);
    const { answer } = outcome;
    if (answer.ok) setState("done");
    else if (answer.reason === "weak") setProblem(t(`password.${answer.problem}`));
    else setState("over");
  }

  if (state === "over")
    return <LinkOver text={t("resetOver")} again={{ href: "/forgot", label: t("sendAgain") }} />;
  if (state === "done")
    return (
      <div role="status" className="mt-8 space-y-5">
        <p className="leading-relaxed">{t("resetDone")}</p>
        <Button asChild className="w-full">
          <Link href={`/login?${new URLSearchParams({ next })}`}>{t("logIn")}</Link>
        </Button>
      </div>
    );
  return (
    <form method="post" noValidate onSubmit={submit} className="mt-8 space-y-5">
      <AskTroubleAlert trouble={trouble} />
      <PasswordField
        name="password"
        label={t("newPassword")}
        autoComplete="new-password"
        hint={t("passwordHint")}
        problem={problem}
      />
      <Button type="submit" className="w-full" disabled={state === "busy"} aria-busy={state === "busy"}>
        {t("setPassword")}
      </Button>
    </form>
  );
}
