"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type LeadSorting, LeadTable } from "@/components/leads/lead-table";
import { LeadsFailed } from "@/components/leads/leads-failed";
import type { LeadsFilter } from "@/components/leads/leads-filter";
import { NoLeads } from "@/components/leads/no-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { LEAD_STATUSES } from "@/server/domain/leads/schema";

type TableViewProps = {
  filter: LeadsFilter;
  onOpen: (id: number) => void;
  onNew: () => void;
  onReset: () => void;
};

/** All leads as a table, page by page. */
export function TableView({ filter, onOpen, onNew, onReset }: TableViewProps) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const [sorting, setSorting] = useState<LeadSorting>({ sort: "updated", order: "desc" });
  const [stage, setStage] = useState("");
  const statuses = LEAD_STATUSES.filter((status) => status === stage);
  const list = useInfiniteQuery({
    ...trpc.leads.list.infiniteQueryOptions(
      { ...filter, ...sorting, ...(statuses.length > 0 && { statuses }) },
      { getNextPageParam: (page) => page.next ?? undefined },
    ),
    placeholderData: keepPreviousData,
  });
  const leads = list.data?.pages.flatMap((page) => page.leads) ?? [];
  const isFiltered = Boolean(stage || filter.search || filter.ownerUserId !== undefined);
  return (
    <div className="h-full space-y-3 overflow-y-auto px-4 pb-6 sm:px-6">
      <div className="flex items-center gap-4">
        <Select
          aria-label={t("stage")}
          className="w-48"
          value={stage}
          onChange={(event) => setStage(event.target.value)}
        >
          <option value="">{t("stageAll")}</option>
          {LEAD_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
        <p role="status" className="text-sm text-muted-foreground tabular-nums">
          {list.data && t("count", { count: list.data.pages[0]?.total ?? 0 })}
        </p>
      </div>
      {list.isError && !list.data ? (
        <LeadsFailed onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <div aria-busy className="space-y-2">
          {[1, 2, 3, 4, 5, 6].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </div>
      ) : leads.length === 0 ? (
        <NoLeads
          isFiltered={isFiltered}
          onNew={onNew}
          onReset={() => {
            setStage("");
            onReset();
          }}
        />
      ) : (
        <LeadTable leads={leads} sorting={sorting} onSort={setSorting} onOpen={onOpen} />
      )}
      {list.hasNextPage && (
        <div className="text-center">
          <Button
            variant="outline"
            aria-busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {list.isFetchingNextPage ? t("loading") : t("more")}
          </Button>
        </div>
      )}
    </div>
  );
}
