"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { DialogForm } from "@/components/meetings/dialog-form";
import { PersonFields } from "@/components/meetings/person-fields";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { usePersonDraft } from "@/components/meetings/use-person-draft";
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
  const submit = () => {
    const person = form.read();
    if (!person) return;
    change.mutate(
      { inviteeId: invitee.id, person },
      { onSuccess: (result) => (result.ok ? onClose() : form.refuse(result)) },
    );
  };
  return (
    <DialogForm
      trouble={form.trouble}
      submit={t("save")}
      busy={change.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <PersonFields id={id} draft={form.draft} problems={form.problems} onChange={form.change} />
    </DialogForm>
  );
}
