"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { PersonFields } from "@/components/meetings/person-fields";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { usePersonDraft } from "@/components/meetings/use-person-draft";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { InviteeView } from "@/server/domain/meetings/schema";

type InviteeDialogProps = { invitee: InviteeView | null; onClose: () => void };

/** Changes the name and addresses of who is invited. */
export function InviteeDialog({ invitee, onClose }: InviteeDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={invitee !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t("editPerson")} description={t("editPersonText")} closeLabel={t("close")}>
        {invitee && <InviteeForm invitee={invitee} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function InviteeForm({ invitee, onClose }: { invitee: InviteeView; onClose: () => void }) {
  const t = useTranslations("Meetings");
  const id = useId();
  const { change } = useInviteeActs();
  const form = usePersonDraft(id, invitee.person);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const person = form.read();
    if (!person || change.isPending) return;
    change.mutate(
      { inviteeId: invitee.id, person },
      { onSuccess: (result) => (result.ok ? onClose() : form.refuse(result)) },
    );
  };
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      {form.trouble && <Alert live tone="destructive" title={form.trouble} />}
      <PersonFields id={id} draft={form.draft} problems={form.problems} onChange={form.change} />
      <div className="flex justify-end gap-3">
        <Button variant="outline" onClick={onClose}>
          {t("cancelDialog")}
        </Button>
        <Button type="submit" aria-busy={change.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
