"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { CopyField } from "@/components/settings/copy-field";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import { useTeamReason } from "@/components/team/use-team";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import {
  INVITATION_DAYS,
  INVITED_ROLES,
  type InviteInput,
  inviteInput,
} from "@/server/domain/workspaces/team/schema";

type InviteDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspace: string;
  refresh: () => Promise<void>;
};

/** Makes an invitation; a link is shown once, a letter only announced. */
export function InviteDialog({ open, onOpenChange, workspace, refresh }: InviteDialogProps) {
  const t = useTranslations("Team");
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("inviteTitle", { workspace })} closeLabel={t("close")}>
        <InviteForm refresh={refresh} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function InviteForm({ refresh, onDone }: { refresh: () => Promise<void>; onDone: () => void }) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const words = useTeamReason();
  const [way, setWay] = useState<"link" | "email">("link");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<InviteInput["role"]>("manager");
  const [days, setDays] = useState<InviteInput["days"]>(7);
  const [problem, setProblem] = useState<string | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const invite = useMutation(
    trpc.team.invite.mutationOptions({
      onSuccess: (result, sent) => {
        if (!result.ok) return setProblem(words(result.reason));
        void refresh();
        if (result.link) return setLink(result.link);
        toast.success(t("inviteSent", { email: sent.email ?? "" }));
        onDone();
      },
      onError: (error) => setProblem(words(errorReason(error))),
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const input = inviteInput.safeParse({ role, days, ...(way === "email" && { email: email.trim() }) });
    setProblem(input.success ? null : t("emailWrong"));
    if (input.success && !invite.isPending) invite.mutate(input.data);
  }

  if (link)
    return (
      <div className="space-y-5">
        <Alert tone="warning" title={t("linkOnce")} live>
          {t("linkOnceText")}
        </Alert>
        <CopyField label={t("inviteLink")} value={link} copy={t("copy")} copied={t("copied")} />
        <div className="flex justify-end">
          <DialogClose asChild>
            <Button>{t("done")}</Button>
          </DialogClose>
        </div>
      </div>
    );

  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <fieldset className="space-y-2">
        <legend className="text-sm font-medium">{t("inviteHow")}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {(["link", "email"] as const).map((each) => (
            <label
              key={each}
              className="flex cursor-pointer gap-3 rounded-xl border border-border p-3 has-checked:border-primary has-checked:bg-accent/50"
            >
              <input
                type="radio"
                name="way"
                className="mt-1 accent-primary"
                checked={way === each}
                onChange={() => setWay(each)}
              />
              <span className="text-sm">
                <span className="font-medium">{each === "link" ? t("byLink") : t("byEmail")}</span>
                <span className="mt-0.5 block text-muted-foreground">
                  {each === "link" ? t("byLinkHint") : t("byEmailHint")}
                </span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {way === "email" && (
        <div className="space-y-2">
          <Label htmlFor="invite-email">{t("email")}</Label>
          <Input
            id="invite-email"
            type="email"
            autoComplete="off"
            value={email}
            aria-invalid={problem ? true : undefined}
            aria-describedby={problem ? "invite-problem" : undefined}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-2">
          <Label htmlFor="invite-role">{t("roleLabel")}</Label>
          <Select
            id="invite-role"
            value={role}
            onChange={(event) => setRole(event.target.value as InviteInput["role"])}
          >
            {INVITED_ROLES.toReversed().map((each) => (
              <option key={each} value={each}>
                {t("role", { role: each })}
              </option>
            ))}
          </Select>
        </div>
        <div className="space-y-2">
          <Label htmlFor="invite-days">{t("lasts")}</Label>
          <Select
            id="invite-days"
            value={days}
            onChange={(event) => setDays(Number(event.target.value) as InviteInput["days"])}
          >
            {INVITATION_DAYS.map((each) => (
              <option key={each} value={each}>
                {t("days", { days: each })}
              </option>
            ))}
          </Select>
        </div>
      </div>
      <p className="text-sm text-muted-foreground">{t("roleHint", { role })}</p>
      {problem && (
        <p id="invite-problem" role="alert" className="text-sm text-destructive">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <DialogClose asChild>
          <Button variant="outline">{t("cancel")}</Button>
        </DialogClose>
        <Button type="submit" aria-busy={invite.isPending}>
          {way === "link" ? t("createLink") : t("sendInvite")}
        </Button>
      </div>
    </form>
  );
}
