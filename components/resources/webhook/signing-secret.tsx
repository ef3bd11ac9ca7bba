"use client";

import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyField } from "@/components/settings/copy-field";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Makes a new signing secret, which is shown this once. */
export function SigningSecret({ resourceId }: { resourceId: number }) {
  const t = useTranslations("Providers.webhook.secret");
  const trpc = useTRPC();
  const renew = useMutation(trpc.webhooks.renewSecret.mutationOptions());
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-labelledby="signing-secret">
      <div>
        <h2 id="signing-secret" className="font-semibold tracking-tight">
          {t("title")}
        </h2>
        <p className="mt-1 text-sm leading-relaxed text-muted-foreground">{t("hint")}</p>
      </div>
      {renew.data && (
        <div className="space-y-2" role="status">
          <p className="text-sm font-medium">{t("shown")}</p>
          <CopyField label={t("label")} value={renew.data.secret} copy={t("copy")} copied={t("copied")} />
        </div>
      )}
      {renew.isError && (
        <p role="alert" className="text-sm text-destructive">
          {t("failed")}
        </p>
      )}
      <ConfirmDialog
        trigger={
          <Button variant="outline" size="small" disabled={renew.isPending}>
            <KeyRound aria-hidden />
            {t("make")}
          </Button>
        }
        title={t("question")}
        description={t("hint")}
        confirm={t("confirm")}
        cancel={t("cancel")}
        onConfirm={() => renew.mutate({ resourceId })}
      />
    </Card>
  );
}
