"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { GoogleSection } from "@/components/account-security/google-section";
import { PasswordSection } from "@/components/account-security/password-section";
import { SessionsSection } from "@/components/account-security/sessions-section";
import { TotpSection } from "@/components/account-security/totp-section";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import type { SecurityView } from "@/server/domain/accounts/schema";

/** How the account is protected: password, second factor, Google, sign-ins. `google` is what connecting came back with. */
export function SecurityPage({ initial, google }: { initial: SecurityView; google: string | null }) {
  const t = useTranslations("Security");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { data } = useQuery({ ...trpc.account.security.queryOptions(), initialData: initial });
  const changed = () => void queries.invalidateQueries(trpc.account.security.pathFilter());
  return (
    <div className="mt-6 space-y-5">
      {data.isDemo ? (
        <Alert tone="info" title={t("demo")}>
          {t("demoHint")}
        </Alert>
      ) : (
        <>
          <PasswordSection email={data.email} hasPassword={data.hasPassword} onChange={changed} />
          <TotpSection totp={data.totp} hasPassword={data.hasPassword} onChange={changed} />
          <GoogleSection
            view={data.google}
            hasPassword={data.hasPassword}
            outcome={google}
            onChange={changed}
          />
        </>
      )}
      <SessionsSection sessions={data.sessions} onChange={changed} />
    </div>
  );
}
