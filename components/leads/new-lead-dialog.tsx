"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { LeadField } from "@/components/leads/lead-field";
import { readAmount } from "@/components/leads/read-amount";
import { useLeads } from "@/components/leads/use-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { LeadDesk } from "@/server/domain/leads/lead-desk";

type NewLeadDialogProps = {
  open: boolean;
  desk: LeadDesk;
  onClose: () => void;
  onMade: (id: number) => void;
};

/** Asks for a new lead's name and what else is known. */
export function NewLeadDialog({ open, desk, onClose, onMade }: NewLeadDialogProps) {
  const t = useTranslations("Leads");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={t("newTitle")} closeLabel={t("close")}>
        <NewLeadForm desk={desk} onClose={onClose} onMade={onMade} />
      </DialogContent>
    </Dialog>
  );
}

function NewLeadForm({ desk, onClose, onMade }: Omit<NewLeadDialogProps, "open">) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const { refresh } = useLeads();
  // One lead, however often the button is pressed.
  const [clientId] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null);
  const create = useMutation(
    trpc.leads.create.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) {
          setProblem({ field: result.reason, text: t(`trouble.${result.reason}`) });
          return;
        }
        void refresh();
        onClose();
        onMade(result.lead.id);
      },
      onError: () => setProblem({ field: "", text: t("createFailed") }),
    }),
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const read = (name: string) => String(data.get(name) ?? "").trim();
    const value = readAmount(read("value"));
    if (!read("name")) return setProblem({ field: "name", text: t("nameMissing") });
    if (value === undefined) return setProblem({ field: "value", text: t("trouble.value") });
    setProblem(null);
    create.mutate({
      clientId,
      name: read("name"),
      phone: read("phone") || null,
      email: read("email") || null,
      value,
      ownerUserId: desk.me,
      note: read("note") || undefined,
    });
  };
  const told = (field: string) => (problem?.field === field ? problem.text : null);
  return (
    <form ref={form} noValidate className="space-y-4" onSubmit={submit}>
      <LeadField name="name" label={t("field.name")} maxLength={200} required problem={told("name")} />
      <div className="grid gap-4 sm:grid-cols-2">
        <LeadField name="phone" type="tel" label={t("field.phone")} maxLength={60} problem={told("phone")} />
        <LeadField
          name="email"
          type="email"
          label={t("field.email")}
          maxLength={254}
          problem={told("email")}
        />
        <LeadField
          name="value"
          inputMode="decimal"
          label={t("field.value", { currency: desk.currency })}
          maxLength={20}
          problem={told("value")}
        />
      </div>
      <LeadField name="note" label={t("field.note")} maxLength={4000} />
      {problem?.field === "" && (
        <p role="alert" className="text-sm text-destructive">
          {problem.text}
        </p>
      )}
      <div className="flex justify-end gap-3 pt-1">
        <Button variant="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" aria-busy={create.isPending}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
