"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordPrompt, type ProvenAct } from "@/components/account-security/password-prompt";
import { GoogleButton } from "@/components/login/google-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { SecurityView } from "@/server/domain/accounts/schema";

const refusals = ["email_unverified", "taken", "has_another"] as const;

type GoogleSectionProps = {
  view: SecurityView["google"];
  hasPassword: boolean;
  /** What connecting came back with. */
  outcome: string | null;
  onChange: () => void;
};

/** Connects a Google account as a way in, or takes it away with the password; not shown where Google is not set up. */
export function GoogleSection({ view, hasPassword, outcome, onChange }: GoogleSectionProps) {
  const t = useTranslations("Security");
  const [asking, setAsking] = useState(false);
  if (!view.available && !view.email) return null;
  const refusal = refusals.find((reason) => reason === outcome);

  const unlink: ProvenAct = async (account, password) => {
    const answer = await account.unlinkGoogle.mutate({ password });
    if (answer.ok) {
      setAsking(false);
      onChange();
    }
    return answer;
  };

  return (
    <SettingsSection id="security-google" title="Google" hint={t("googleHint")}>
      {refusal && <Alert live tone="destructive" title={t(`google_${refusal}`)} />}
      {view.email ? (
        <div className="space-y-3">
          <p className="text-sm break-words">{t("googleConnected", { email: view.email })}</p>
          {asking ? (
            <PasswordPrompt
              name="google-password"
              label={t("disconnect")}
              destructive
              act={unlink}
              onCancel={() => setAsking(false)}
            />
          ) : (
            <Button size="small" variant="outline" disabled={!hasPassword} onClick={() => setAsking(true)}>
              {t("disconnect")}
            </Button>
          )}
          {!hasPassword && <p className="text-sm text-muted-foreground">{t("disconnectNeedsPassword")}</p>}
        </div>
      ) : (
        <div className="max-w-xs">
          <GoogleButton next="/profile/security?google=link" label={t("connectGoogle")} />
        </div>
      )}
    </SettingsSection>
  );
}
