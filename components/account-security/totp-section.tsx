"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordPrompt } from "@/components/account-security/password-prompt";
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

/** The second factor: switched on with an app, off with the password; recovery codes are shown once. */
export function TotpSection({ totp, hasPassword, onChange }: TotpSectionProps) {
  const t = useTranslations("Security");
  const [started, setStarted] = useState<Started | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asking, setAsking] = useState<"disable" | "renew" | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function start() {
    setTrouble(null);
    const outcome = await askAccount((account) => account.startTotp.mutate());
    if (!outcome.ok) setTrouble(outcome.trouble);
    else if (outcome.answer.ok) setStarted(outcome.answer);
    else onChange();
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
      {!codes && !totp && !started && (
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
          {asking ? (
            <PasswordPrompt key={asking} act={asking} onDone={show} onCancel={() => setAsking(null)} />
          ) : (
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
    </SettingsSection>
  );
}
