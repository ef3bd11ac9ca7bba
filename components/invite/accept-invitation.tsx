"use client";

import { createTRPCClient, httpLink } from "@trpc/client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { AcceptResult } from "@/server/domain/workspaces/team/schema";
import type { AppRouter } from "@/server/trpc/root";

/** A page with one call needs no cache. */
const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });

type Refusal = Extract<AcceptResult, { ok: false }>["reason"] | "offline";

/** The button by which the signed-in user enters the workspace. */
export function AcceptInvitation({ token, accountName }: { token: string; accountName: string }) {
  const t = useTranslations("Invite");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function accept(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const result = await client.team.accept
      .mutate({ token })
      .catch((): { ok: false; reason: "offline" } => ({ ok: false, reason: "offline" }));
    if (result.ok) return window.location.assign("/resources");
    setRefusal(result.reason);
    setBusy(false);
  }

  return (
    <div className="mt-8 space-y-4">
      {refusal &&
        (refusal === "offline" ? (
          <Alert live tone="destructive" title={t("failed")} />
        ) : (
          <Alert live tone="destructive" title={t(`problem.${refusal}.title`)}>
            {t(`problem.${refusal}.text`)}
          </Alert>
        ))}
      <Button className="w-full" aria-busy={busy} onClick={() => void accept()}>
        {busy ? t("accepting") : t("accept")}
      </Button>
      <p className="text-center text-sm text-muted-foreground">{t("signedInAs", { name: accountName })}</p>
    </div>
  );
}
