"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordPrompt, type ProvenAct } from "@/components/account-security/password-prompt";
import { RecoveryCodes } from "@/components/account-security/recovery-codes";
import { TotpSetup } from "@/components/account-security/totp-setup";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { SettingsSection } from "@/components/settings/settings-section";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { SecurityView } from "@/server/domain/accounts/schema";

type TotpSectionProps = { totp: SecurityView["totp"]; hasPassword: boolean; onChange: () => void };
type Started = { secret: string; svg: string };

/** The second factor: switched on with an app, changed with the password; recovery codes are shown once. */
export function TotpSection({ totp, hasPassword, onChange }: TotpSectionProps) {
  const t = useTranslations("Security");
  const [started, setStarted] = useState<Started | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asking, setAsking] = useState<"enable" | "disable" | "renew" | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  const enable: ProvenAct = async (account, password) => {
    const answer = await account.startTotp.mutate({ password });
    if (answer.ok) {
      setAsking(null);
      setStarted(answer);
    }
    return answer;
  };
  const disable: ProvenAct = async (account, password) => {
    const answer = await account.disableTotp.mutate({ password });
    if (answer.ok) show(null);
    return answer;
  };
  const renew: ProvenAct = async (account, password) => {
    const answer = await account.renewRecoveryCodes.mutate({ password });
    if (answer.ok) show(answer.recoveryCodes);
    return answer;
  };
  const acts = {
    enable: { act: enable, label: t("enableTotp") },
    disable: { act: disable, label: t("disableTotp"), destructive: true },
    renew: { act: renew, label: t("renewCodes") },
  };

  async function start() {
    setTrouble(null);
    if (hasPassword) return setAsking("enable");
    const outcome = await askAccount((account) => enable(account, ""));
    if (!outcome.ok) setTrouble(outcome.trouble);
    else if (!outcome.answer.ok) onChange();
  }

  function show(fresh: string[] | null) {
    setStarted(null);
    setAsking(null);
    setCodes(fresh);
    onChange();
  }

  return (
    <SettingsSection
      id="security-totp"
      title={t("totp")}
      hint={t("totpHint")}
      control={<Badge tone={totp ? "success" : "neutral"}>{totp ? t("on") : t("off")}</Badge>}
    >
      <AskTroubleAlert trouble={trouble} />
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {!codes && !totp && !started && !asking && (
        <Button size="small" onClick={start}>
          {t("enableTotp")}
        </Button>
      )}
      {!codes && !totp && started && (
        <TotpSetup {...started} onEnabled={show} onCancel={() => setStarted(null)} />
      )}
      {!codes && totp && (
        <>
          <p className="text-sm text-muted-foreground">{t("codesLeft", { count: totp.recoveryCodesLeft })}</p>
          {!asking && (
            <div className="flex flex-wrap gap-3">
              <Button
                size="small"
                variant="outline"
                disabled={!hasPassword}
                onClick={() => setAsking("renew")}
              >
                {t("renewCodes")}
              </Button>
              <Button
                size="small"
                variant="outline"
                disabled={!hasPassword}
                onClick={() => setAsking("disable")}
              >
                {t("disableTotp")}
              </Button>
            </div>
          )}
          {!hasPassword && <p className="text-sm text-muted-foreground">{t("needsPassword")}</p>}
        </>
      )}
      {!codes && asking && (
        <PasswordPrompt
          key={asking}
          name="totp-password"
          {...acts[asking]}
          onCancel={() => setAsking(null)}
        />
      )}
    </SettingsSection>
  );
}
