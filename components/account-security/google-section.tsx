"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
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

/** Connects a Google account as a way in, or takes it away; not shown where Google is not set up. */
export function GoogleSection({ view, hasPassword, outcome, onChange }: GoogleSectionProps) {
  const t = useTranslations("Security");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);
  if (!view.available && !view.email) return null;
  const refusal = refusals.find((reason) => reason === outcome);

  async function unlink() {
    setBusy(true);
    setTrouble(null);
    const outcome = await askAccount((account) => account.unlinkGoogle.mutate());
    setBusy(false);
    if (outcome.ok) onChange();
    else setTrouble(outcome.trouble);
  }

  return (
    <SettingsSection id="security-google" title="Google" hint={t("googleHint")}>
      <AskTroubleAlert trouble={trouble} />
      {refusal && <Alert live tone="destructive" title={t(`google_${refusal}`)} />}
      {view.email ? (
        <div className="space-y-3">
          <p className="text-sm break-words">{t("googleConnected", { email: view.email })}</p>
          <Button
            size="small"
            variant="outline"
            disabled={busy || !hasPassword}
            aria-busy={busy}
            onClick={unlink}
          >
            {t("disconnect")}
          </Button>
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
