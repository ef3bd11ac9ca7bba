"use client";

import { useMutation } from "@tanstack/react-query";
import { Merge } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { MergeDialog } from "@/components/leads/merge-dialog";
import { StatusDot } from "@/components/leads/status-dot";
import { useLeads } from "@/components/leads/use-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { LeadDetail } from "@/server/domain/leads/schema";

type LeadPersonProps = { detail: LeadDetail; mayMerge: boolean; onOpen: (id: number) => void };

/** Who the lead is on each channel, and their other leads. */
export function LeadPerson({ detail, mayMerge, onOpen }: LeadPersonProps) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const { refresh } = useLeads();
  const [merging, setMerging] = useState(false);
  const separate = useMutation(
    trpc.contacts.separate.mutationOptions({
      onSuccess: () => toast.success(t("separated")),
      onError: () => toast.error(t("changeFailed")),
      onSettled: refresh,
    }),
  );
  const { person, others } = detail;
  const [main] = person;
  if (!main) return null;
  return (
    <section className="space-y-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-medium">{t("person")}</h3>
        {mayMerge && (
          <Button variant="ghost" size="small" onClick={() => setMerging(true)}>
            <Merge aria-hidden />
            {t("mergeThis")}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-border rounded-xl border border-border">
        {person.map((contact) => (
          <li key={contact.id} className="flex items-center gap-3 px-3.5 py-2.5 text-sm">
            <div className="min-w-0 flex-1">
              <p dir="auto" className="truncate" title={contact.name}>
                {contact.name}
              </p>
              <p className="truncate text-xs text-muted-foreground">
                {[
                  t("channel", { provider: contact.provider }),
                  contact.username && `@${contact.username}`,
                  contact.externalId,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {mayMerge && !contact.isMain && (
              <ConfirmDialog
                trigger={
                  <Button variant="ghost" size="small" aria-label={t("separateOf", { name: contact.name })}>
                    {t("separate")}
                  </Button>
                }
                title={t("separateTitle", { name: contact.name })}
                description={t("separateText")}
                confirm={t("separate")}
                cancel={t("cancel")}
                onConfirm={() => separate.mutate({ contactId: contact.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <div className="space-y-1 text-sm">
          <p className="text-xs font-medium text-muted-foreground">{t("others")}</p>
          <ul className="-mx-2">
            {others.map(({ id, name, status }) => (
              <li key={id}>
                <button
                  type="button"
                  className="flex w-full items-center gap-2 rounded-lg px-2 py-1.5 text-left hover:bg-muted max-sm:min-h-10"
                  onClick={() => onOpen(id)}
                >
                  <StatusDot status={status} />
                  <span className="truncate">{name}</span>
                  <span className="ml-auto text-xs text-muted-foreground">{t(`status.${status}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <MergeDialog open={merging} given={main} onClose={() => setMerging(false)} />
    </section>
  );
}
