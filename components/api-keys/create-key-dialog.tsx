"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ScopeFields } from "@/components/api-keys/scope-fields";
import { CopyField } from "@/components/settings/copy-field";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { type ApiScope, type CreateApiKeyInput, KEY_LIFETIMES } from "@/server/domain/api-keys/schema";

type CreateKeyDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  refresh: () => Promise<void>;
  workspaceName: string;
  isOwner: boolean;
};

/** Makes a key and shows it once. */
export function CreateKeyDialog(props: CreateKeyDialogProps) {
  const t = useTranslations("ApiKeys");
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange}>
      <DialogContent title={t("createTitle")} closeLabel={t("close")}>
        <CreateKeyForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function CreateKeyForm({ refresh, workspaceName, isOwner }: CreateKeyDialogProps) {
  const t = useTranslations("ApiKeys");
  const trpc = useTRPC();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<ApiScope[]>([]);
  const [days, setDays] = useState<CreateApiKeyInput["days"]>(90);
  const [confirmBoth, setConfirmBoth] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const create = useMutation(
    trpc.apiKeys.create.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return setProblem(t(`reason.${result.reason}`));
        setKey(result.key);
        void refresh();
      },
      onError: () => setProblem(t("failed")),
    }),
  );
  const both = scopes.includes("approvals:propose") && scopes.includes("approvals:decide");

  function submit(event: FormEvent): void {
    event.preventDefault();
    const missing = !name.trim() ? t("nameMissing") : scopes.length === 0 ? t("scopesMissing") : null;
    const refused = missing ?? (both && !isOwner ? t("reason.owner_only") : null);
    setProblem(refused);
    if (refused || create.isPending) return;
    create.mutate({ name: name.trim(), scopes, days, ...(both && { confirmBoth }) });
  }

  if (key)
    return (
      <div className="space-y-5">
        <Alert tone="warning" title={t("made")} live>
          {t("madeText")}
        </Alert>
        <CopyField label={t("key")} value={key} copy={t("copy")} copied={t("copied")} />
        <div className="flex justify-end">
          <DialogClose asChild>
            <Button>{t("done")}</Button>
          </DialogClose>
        </div>
      </div>
    );

  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <div className="space-y-2">
        <Label htmlFor="key-name">{t("name")}</Label>
        <Input
          id="key-name"
          value={name}
          maxLength={80}
          autoComplete="off"
          aria-describedby="key-name-hint"
          onChange={(event) => setName(event.target.value)}
        />
        <p id="key-name-hint" className="text-sm text-muted-foreground">
          {t("nameHint")}
        </p>
      </div>
      <ScopeFields scopes={scopes} onChange={setScopes} />
      {both && (
        <Alert tone="warning" title={t("bothTitle")}>
          <p>{isOwner ? t("bothText", { name: workspaceName }) : t("reason.owner_only")}</p>
          {isOwner && (
            <Input
              aria-label={t("bothConfirm")}
              className="mt-3"
              value={confirmBoth}
              autoComplete="off"
              onChange={(event) => setConfirmBoth(event.target.value)}
            />
          )}
        </Alert>
      )}
      <div className="space-y-2">
        <Label htmlFor="key-days">{t("lasts")}</Label>
        <Select
          id="key-days"
          value={days ?? ""}
          onChange={(event) =>
            setDays(KEY_LIFETIMES.find((each) => String(each ?? "") === event.target.value) ?? null)
          }
        >
          {KEY_LIFETIMES.map((each) => (
            <option key={each} value={each ?? ""}>
              {each === null ? t("forever") : t("days", { days: each })}
            </option>
          ))}
        </Select>
      </div>
      {problem && (
        <p role="alert" className="text-sm text-destructive">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="outline">{t("cancel")}</Button>
        </DialogClose>
        <Button type="submit" aria-busy={create.isPending}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}
