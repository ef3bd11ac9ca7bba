"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { ModelChoice } from "@/components/profile/model-choice";
import { OwnModelForm } from "@/components/profile/own-model-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { AiSettingsView } from "@/server/domain/usage/schema";

/** Which model answers the customers, and by whose key. */
export function ModelSettings({ initial }: { initial: AiSettingsView }) {
  const t = useTranslations("Profile.ai");
  const trpc = useTRPC();
  const [view, setView] = useState(initial);
  const [mode, setMode] = useState(initial.mode);
  const failed = () => {
    toast.error(t("saveFailed"));
  };
  const choose = useMutation(
    trpc.ai.save.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return failed();
        setView(result.view);
        toast.success(t("managedSaved"));
      },
      onError: failed,
    }),
  );
  const forget = useMutation(
    trpc.ai.deleteKey.mutationOptions({
      onSuccess: (next) => {
        setView(next);
        setMode(next.mode);
        toast.success(t("deleted"));
      },
      onError: failed,
    }),
  );
  const managed = view.managedModel ? t("managedWith", { model: view.managedModel }) : t("managedWithout");
  if (!view.editable)
    return (
      <SettingsSection id="model" title={t("model")} hint={t("modelHint")}>
        <p className="text-sm">{view.mode === "byok" ? t("ownInUse") : managed}</p>
        <p className="text-sm text-muted-foreground">{t("readOnly")}</p>
      </SettingsSection>
    );
  return (
    <SettingsSection id="model" title={t("model")} hint={t("modelHint")}>
      <ModelChoice mode={mode} inUse={view.mode} managed={managed} onChange={setMode} />
      {mode === "managed" && view.mode === "byok" && (
        <Button
          aria-busy={choose.isPending}
          onClick={() => !choose.isPending && choose.mutate({ mode: "managed" })}
        >
          {t("useManaged")}
        </Button>
      )}
      {mode === "managed" && view.mode === "managed" && !view.managedModel && (
        <Alert tone="info" title={t("extractive")}>
          {t("extractiveHint")}
        </Alert>
      )}
      {mode === "byok" && (
        <OwnModelForm
          // What was saved or deleted begins the form anew.
          key={`${view.own?.probedAt}`}
          own={view.own}
          inUse={view.mode === "byok"}
          onSaved={(next) => {
            setView(next);
            toast.success(t("ownSaved"));
          }}
        />
      )}
      {view.own && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-border/70 pt-5 text-sm">
          <p className="min-w-0 break-words text-muted-foreground">
            {view.own.keyLast4
              ? t("keptKey", { host: new URL(view.own.baseUrl).host, last4: view.own.keyLast4 })
              : t("keptNoKey", { host: new URL(view.own.baseUrl).host })}
          </p>
          <ConfirmDialog
            trigger={
              <Button variant="outline" size="small" aria-busy={forget.isPending}>
                {t("delete")}
              </Button>
            }
            title={t("deleteTitle")}
            description={t("deleteHint")}
            confirm={t("deleteYes")}
            cancel={t("cancel")}
            destructive
            onConfirm={() => forget.mutate()}
          />
        </div>
      )}
    </SettingsSection>
  );
}
