"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LeadFields } from "@/components/leads/lead-fields";
import { LeadNote } from "@/components/leads/lead-note";
import { LeadPerson } from "@/components/leads/lead-person";
import { LeadTimeline } from "@/components/leads/lead-timeline";
import { LeadsFailed } from "@/components/leads/leads-failed";
import { RemoveLead } from "@/components/leads/remove-lead";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { LeadDesk } from "@/server/domain/leads/lead-desk";

type LeadSheetProps = { leadId: number | null; desk: LeadDesk; onOpen: (id: number | null) => void };

/** One lead beside the list: its facts, the person, notes and everything that happened. */
export function LeadSheet({ leadId, desk, onOpen }: LeadSheetProps) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const detail = useQuery({
    ...trpc.leads.detail.queryOptions({ leadId: leadId ?? 0 }),
    enabled: leadId !== null,
  });
  const lead = detail.data?.lead.id === leadId ? detail.data?.lead : undefined;
  const isGone = errorReason(detail.error) === "lead";
  return (
    <Dialog open={leadId !== null} onOpenChange={(open) => !open && onOpen(null)}>
      <DialogContent
        shape="sheet"
        closeLabel={t("close")}
        title={
          <span dir="auto" className="[overflow-wrap:anywhere]">
            {lead?.name ?? t("lead")}
          </span>
        }
        onEscapeKeyDown={(event) => {
          // What is being typed is not lost with the sheet: the field takes this key.
          if (event.target instanceof HTMLElement && event.target.dataset.unsaved) event.preventDefault();
        }}
        // The first field would open the phone's keyboard.
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
        }}
      >
        {isGone ? (
          <p className="text-sm text-muted-foreground">{t("gone")}</p>
        ) : detail.isError && !lead ? (
          <LeadsFailed onRetry={() => void detail.refetch()} />
        ) : !lead || !detail.data ? (
          <div aria-busy className="space-y-4">
            {[1, 2, 3, 4, 5, 6].map((row) => (
              <Skeleton key={row} className="h-11" />
            ))}
          </div>
        ) : (
          <div key={lead.id} className="space-y-8">
            <LeadFields lead={lead} desk={desk} />
            <LeadPerson detail={detail.data} mayMerge={desk.may.merge} onOpen={onOpen} />
            <section className="space-y-4">
              <h3 className="font-medium">{t("timeline")}</h3>
              <LeadNote leadId={lead.id} />
              <LeadTimeline leadId={lead.id} />
            </section>
            {desk.may.delete && <RemoveLead leadId={lead.id} onRemoved={() => onOpen(null)} />}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}
