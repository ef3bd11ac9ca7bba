"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogForm } from "@/components/meetings/dialog-form";
import { PersonFields } from "@/components/meetings/person-fields";
import { useDone } from "@/components/meetings/use-done";
import { usePersonDraft } from "@/components/meetings/use-person-draft";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import type { PersonView } from "@/server/domain/meetings/schema";

type PersonDialogProps = { open: boolean; person: PersonView | null; onClose: () => void };

/** Adds a person that meetings know of, or changes one. */
export function PersonDialog({ open, person, onClose }: PersonDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={t(person ? "editPerson" : "addPerson")} closeLabel={t("close")}>
        <PersonForm person={person} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function PersonForm({ person, onClose }: Omit<PersonDialogProps, "open">) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const done = useDone(onClose);
  const id = useId();
  const form = usePersonDraft(id, person);
  const [roles, setRoles] = useState({
    isPermanent: person?.isPermanent ?? true,
    isOrganiser: person?.isOrganiser ?? false,
  });
  const save = useMutation(
    trpc.meetings.savePerson.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return form.refuse(result);
        done(t("personSaved"));
      },
      onError: () => form.refuse(null),
    }),
  );
  return (
    <DialogForm
      trouble={form.trouble}
      submit={t("save")}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        const fields = form.read();
        if (fields) save.mutate({ ...fields, ...roles, ...(person && { personId: person.id }) });
      }}
    >
      <PersonFields id={id} draft={form.draft} problems={form.problems} onChange={form.change} />
      {(["isPermanent", "isOrganiser"] as const).map((role) => (
        <div key={role} className="flex items-start justify-between gap-4 text-sm">
          <label htmlFor={`${id}-${role}`}>
            <span className="font-medium">{t(role)}</span>
            <span className="block text-[13px] text-muted-foreground">{t(`${role}Hint`)}</span>
          </label>
          <Switch
            id={`${id}-${role}`}
            checked={roles[role]}
            onCheckedChange={(checked) => setRoles((now) => ({ ...now, [role]: checked }))}
          />
        </div>
      ))}
    </DialogForm>
  );
}
