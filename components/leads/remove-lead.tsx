"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useLeads } from "@/components/leads/use-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

/** Deletes a lead after asking. */
export function RemoveLead({ leadId, onRemoved }: { leadId: number; onRemoved: () => void }) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const { refresh } = useLeads();
  const remove = useMutation(
    trpc.leads.delete.mutationOptions({
      onSuccess: () => {
        toast.success(t("deleted"));
        onRemoved();
        void refresh();
      },
      onError: () => toast.error(t("changeFailed")),
    }),
  );
  return (
    <ConfirmDialog
      trigger={
        <Button variant="ghost" size="small" className="-ml-3 text-destructive" aria-busy={remove.isPending}>
          <Trash2 aria-hidden />
          {t("delete")}
        </Button>
      }
      title={t("deleteTitle")}
      description={t("deleteText")}
      confirm={t("delete")}
      cancel={t("cancel")}
      destructive
      onConfirm={() => remove.mutate({ leadId })}
    />
  );
}
