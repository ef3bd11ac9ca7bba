"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { PersonFields } from "@/components/meetings/person-fields";
import { usePersonDraft } from "@/components/meetings/use-person-draft";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
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
  const queries = useQueryClient();
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
        toast.success(t("personSaved"));
        void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
        onClose();
      },
      onError: () => form.refuse(null),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = form.read();
    if (fields && !save.isPending)
      save.mutate({ ...fields, ...roles, ...(person && { personId: person.id }) });
  };
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      {form.trouble && <Alert live tone="destructive" title={form.trouble} />}
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
      <div className="flex justify-end gap-3">
        <Button variant="outline" onClick={onClose}>
          {t("cancelDialog")}
        </Button>
        <Button type="submit" aria-busy={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
