"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TypedConfirmDialog } from "@/components/settings/typed-confirm-dialog";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";

type DeleteWorkspaceProps = { name: string; deletable: boolean };

/** Deletes the workspace once its export was taken or declined, and its name typed. */
export function DeleteWorkspace({ name, deletable }: DeleteWorkspaceProps) {
  const t = useTranslations("Data");
  const trpc = useTRPC();
  const [asking, setAsking] = useState(false);
  const [exported, setExported] = useState(false);
  const [declined, setDeclined] = useState(false);
  const remove = useMutation(
    trpc.workspaces.delete.mutationOptions({
      // Another workspace of the member's, or the page that makes one.
      onSuccess: (result) => result.ok && window.location.assign("/resources"),
    }),
  );
  if (!deletable) return <p className="text-sm text-muted-foreground">{t("protected")}</p>;
  const refused = remove.data && !remove.data.ok ? t(`reason.${remove.data.reason}`) : null;
  return (
    <>
      <Button variant="outline" className="text-destructive" onClick={() => setAsking(true)}>
        {t("deleteButton")}
      </Button>
      <TypedConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("deleteWorkspaceTitle", { name })}
        description={t("deleteWorkspaceText")}
        word={name}
        label={t("typeName", { name })}
        confirm={t("deleteForGood")}
        cancel={t("cancel")}
        close={t("close")}
        busy={remove.isPending}
        blocked={!exported && !declined}
        problem={refused ?? (remove.isError ? t("failed") : null)}
        onConfirm={(confirm) => remove.mutate({ confirm, withoutExport: declined })}
      >
        <div className="flex flex-wrap items-center gap-4 rounded-xl border border-border p-4">
          <Button asChild variant="outline" size="small">
            <a href="/api/exports/workspace" download onClick={() => setExported(true)}>
              <Download aria-hidden />
              {t("exportButton")}
            </a>
          </Button>
          <label className="flex items-center gap-2.5 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-primary"
              checked={declined}
              onChange={(event) => setDeclined(event.target.checked)}
            />
            {t("withoutExport")}
          </label>
        </div>
      </TypedConfirmDialog>
    </>
  );
}
