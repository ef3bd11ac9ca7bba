"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { PersonPicker } from "@/components/leads/person-picker";
import { useLeads } from "@/components/leads/use-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { PersonContact } from "@/server/domain/contacts/schema";

type MergeDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Whom the other one is merged into; without one both are searched for. */
  given?: PersonContact;
};

/** Says that two contacts are one person. */
export function MergeDialog({ open, onClose, given }: MergeDialogProps) {
  const t = useTranslations("Leads");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={t("mergeTitle")} description={t("mergeText")} closeLabel={t("close")}>
        <MergeForm given={given} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function MergeForm({ given, onClose }: Omit<MergeDialogProps, "open">) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const { refresh } = useLeads();
  const [main, setMain] = useState<PersonContact | null>(given ?? null);
  const [other, setOther] = useState<PersonContact | null>(null);
  const merge = useMutation(
    trpc.contacts.merge.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return;
        toast.success(t("merged"));
        void refresh();
        onClose();
      },
    }),
  );
  const refused = merge.data && !merge.data.ok ? t(`mergeTrouble.${merge.data.reason}`) : null;
  return (
    <div className="space-y-5">
      <PersonPicker label={t("mergeMain")} chosen={main} onChoose={setMain} />
      <PersonPicker label={t("mergeOther")} chosen={other} onChoose={setOther} without={main?.id} />
      {(refused || merge.isError) && (
        <p role="alert" className="text-sm text-destructive">
          {refused ?? t("changeFailed")}
        </p>
      )}
      <div className="flex justify-end gap-3">
        <Button variant="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          disabled={!main || !other}
          aria-busy={merge.isPending}
          onClick={() => main && other && merge.mutate({ contactId: other.id, intoId: main.id })}
        >
          {t("mergeDo")}
        </Button>
      </div>
    </div>
  );
}
