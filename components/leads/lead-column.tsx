"use client";

import { useDroppable } from "@dnd-kit/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LeadCard } from "@/components/leads/lead-card";
import type { LeadsFilter } from "@/components/leads/leads-filter";
import { StatusDot } from "@/components/leads/status-dot";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { LeadBoard, LeadStatusName } from "@/server/domain/leads/schema";

type LeadColumnProps = {
  column: LeadBoard["columns"][number];
  filter: LeadsFilter;
  onOpen: (id: number) => void;
  onMove: (leadId: number, status: LeadStatusName) => void;
};

/** A stage of the board with its newest leads; more are fetched when asked for. */
export function LeadColumn({ column, filter, onOpen, onMove }: LeadColumnProps) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const words = useLeadWords();
  const { status, total, worth, next } = column;
  const { setNodeRef, isOver } = useDroppable({ id: status });
  const more = useInfiniteQuery({
    ...trpc.leads.list.infiniteQueryOptions(
      { ...filter, statuses: [status], limit: 30 },
      { getNextPageParam: (page) => page.next ?? undefined, initialCursor: next ?? undefined },
    ),
    enabled: false,
  });
  const shown = new Set(column.leads.map(({ id }) => id));
  const later = more.data?.pages.flatMap((page) => page.leads).filter(({ id }) => !shown.has(id)) ?? [];
  const hasMore = more.data ? more.hasNextPage : next !== null;
  const leads = [...column.leads, ...later.filter((lead) => lead.status === status)];
  const headingId = `column-${status}`;
  return (
    <section
      ref={setNodeRef}
      aria-labelledby={headingId}
      className={cn(
        "flex max-h-full w-[17.5rem] shrink-0 snap-start flex-col rounded-2xl bg-muted/60 transition-colors max-sm:w-[82vw]",
        isOver && "bg-accent",
      )}
    >
      <header className="flex items-center gap-2 px-3.5 pt-3 pb-1 text-sm">
        <StatusDot status={status} />
        <h2 id={headingId} className="font-medium">
          {words.status(status)}
        </h2>
        <span className="text-muted-foreground tabular-nums">{total}</span>
        <span className="ml-auto truncate text-xs text-muted-foreground tabular-nums">
          {worth.map((sum) => words.money(Math.round(sum.value), sum.currency)).join(" + ")}
        </span>
      </header>
      <div className="min-h-20 flex-1 overflow-y-auto overscroll-contain px-2 pt-1 pb-2">
        {leads.length === 0 ? (
          <p className="rounded-xl border border-dashed border-border px-3 py-6 text-center text-xs text-muted-foreground">
            {t("columnEmpty")}
          </p>
        ) : (
          <ul className="space-y-2">
            {leads.map((lead) => (
              <LeadCard
                key={lead.id}
                lead={lead}
                onOpen={() => onOpen(lead.id)}
                onMove={(to) => onMove(lead.id, to)}
              />
            ))}
          </ul>
        )}
        {hasMore && (
          <Button
            variant="ghost"
            size="small"
            className="mt-2 w-full"
            aria-busy={more.isFetching}
            onClick={() => void (more.data ? more.fetchNextPage() : more.refetch())}
          >
            {more.isFetching ? t("loading") : t("more")}
          </Button>
        )}
      </div>
    </section>
  );
}
