"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type NewWorkspaceDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Asks for a name, makes a workspace with it and goes there. */
export function NewWorkspaceDialog({ open, onOpenChange }: NewWorkspaceDialogProps) {
  const t = useTranslations("Shell");
  const trpc = useTRPC();
  const [name, setName] = useState("");
  const add = useMutation({
    ...trpc.account.addWorkspace.mutationOptions(),
    onSuccess: (made) => {
      if (made.ok) window.location.assign("/resources");
    },
  });
  const refused = add.data?.ok === false;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() && !add.isPending) add.mutate({ name: name.trim() });
  }
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={t("newWorkspace")}
        description={t("newWorkspaceHint")}
        closeLabel={t("closeDialog")}
      >
        <form onSubmit={submit} className="space-y-4">
          {(add.isError || refused) && (
            <Alert
              live
              tone="destructive"
              title={refused ? t("tooManyWorkspaces") : t("newWorkspaceFailed")}
            />
          )}
          <div className="space-y-2">
            <Label htmlFor="workspace-name">{t("workspaceName")}</Label>
            <Input
              id="workspace-name"
              value={name}
              maxLength={100}
              autoComplete="organization"
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <div className="flex justify-end">
            <Button type="submit" disabled={!name.trim()} aria-busy={add.isPending || add.data?.ok}>
              {t("create")}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
