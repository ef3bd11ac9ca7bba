"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { LinkOver } from "@/components/login/link-over";
import { Button } from "@/components/ui/button";

/** Confirms the address on a click: programs that open every link of a letter must not spend it. */
export function VerifyCard({ token, next }: { token: string; next: string }) {
  const t = useTranslations("Account");
  const [state, setState] = useState<"idle" | "busy" | "done" | "over">("idle");
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);
  const login = `/login?${new URLSearchParams({ next })}`;

  async function confirm() {
    setState("busy");
    setTrouble(null);
    const outcome = await askAccount((account) => account.verifyEmail.mutate({ token }));
    if (outcome.ok) return setState(outcome.answer.ok ? "done" : "over");
    setState("idle");
    setTrouble(outcome.trouble);
  }

  if (state === "over") return <LinkOver text={t("verifyOver")} again={{ href: login, label: t("logIn") }} />;
  if (state === "done")
    return (
      <div role="status" className="mt-8 space-y-5">
        <p className="leading-relaxed">{t("verifyDone")}</p>
        <Button asChild className="w-full">
          <Link href={login}>{t("logIn")}</Link>
        </Button>
      </div>
    );
  return (
    <div className="mt-8">
      <AskTroubleAlert trouble={trouble} />
      <Button className="w-full" disabled={state === "busy"} aria-busy={state === "busy"} onClick={confirm}>
        {t("verify")}
      </Button>
    </div>
  );
}
