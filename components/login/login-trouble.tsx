"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { askAccount } from "@/components/login/ask-account";
import type { LoginOutcome } from "@/components/login/log-in";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

export type Trouble = Exclude<LoginOutcome, { ok: true }> & { demo: boolean; email: string };

/** Why nobody was signed in, in words, with the way on where there is one. */
export function LoginTrouble({ trouble, next }: { trouble: Trouble; next: string }) {
  const t = useTranslations("Login");
  const minutes = Math.ceil((trouble.retryAfterSeconds ?? 60) / 60);
  const words = {
    wrong: trouble.demo ? [t("demoClosed"), t("demoClosedHint")] : [t("wrong"), t("wrongHint")],
    rate_limited: [t("tooMany"), t("tooManyHint", { minutes })],
    offline: [t("offline"), t("offlineHint")],
    email_unverified: [t("unverified"), t("unverifiedHint")],
    totp_required: [t("codeMissing")],
    totp_wrong: [t("codeWrong"), t("codeWrongHint")],
    ticket_expired: [t("ticketExpired"), t("ticketExpiredHint")],
  };
  const [title, hint] = words[trouble.reason];
  return (
    <Alert live tone="destructive" title={title} className="mb-6">
      {hint}
      {trouble.reason === "email_unverified" && <SendAgain email={trouble.email} next={next} />}
    </Alert>
  );
}

function SendAgain({ email, next }: { email: string; next: string }) {
  const t = useTranslations("Login");
  const [state, setState] = useState<"idle" | "busy" | "sent" | "offline" | number>("idle");
  async function send() {
    setState("busy");
    const outcome = await askAccount((account) => account.resendVerification.mutate({ email, next }));
    if (outcome.ok) setState("sent");
    else setState(outcome.trouble.reason === "rate_limited" ? outcome.trouble.minutes : "offline");
  }
  if (state === "sent") return <p className="mt-2 font-medium text-foreground">{t("sentAgain")}</p>;
  return (
    <div className="mt-3">
      <Button variant="outline" size="small" disabled={state === "busy"} onClick={send}>
        {t("sendAgain")}
      </Button>
      {state === "offline" && <p className="mt-2">{t("offlineHint")}</p>}
      {typeof state === "number" && <p className="mt-2">{t("tooManyHint", { minutes: state })}</p>}
    </div>
  );
}
