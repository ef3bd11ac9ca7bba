"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { FormField } from "@/components/login/form-field";
import { leave } from "@/components/shell/leave";
import { Button } from "@/components/ui/button";

/** Makes a workspace for who is in none, and goes on to `next`. */
export function NewWorkspaceForm({ next }: { next: string }) {
  const t = useTranslations("Account");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "").trim();
    setProblem(name ? null : t("workspaceNameMissing"));
    if (!name) return;
    setBusy(true);
    setTrouble(null);
    const outcome = await askAccount((account) => account.addWorkspace.mutate({ name }));
    if (outcome.ok && outcome.answer.ok) return window.location.assign(next);
    setBusy(false);
    if (!outcome.ok) setTrouble(outcome.trouble);
    else if (!outcome.answer.ok) setProblem(t(`workspace_${outcome.answer.reason}`));
  }

  return (
    <div className="mt-8">
      <AskTroubleAlert trouble={trouble} />
      <form method="post" noValidate onSubmit={submit} className="space-y-5">
        <FormField
          name="name"
          label={t("workspaceName")}
          autoComplete="organization"
          maxLength={100}
          problem={problem}
        />
        <Button type="submit" className="w-full" disabled={busy} aria-busy={busy}>
          {t("createWorkspace")}
        </Button>
      </form>
      <div className="mt-6 flex items-center justify-between gap-4 text-sm text-muted-foreground">
        {t("orInvitation")}
        <Button variant="ghost" size="small" onClick={() => void leave()}>
          {t("logOut")}
        </Button>
      </div>
    </div>
  );
}
