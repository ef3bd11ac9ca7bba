"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { BoardSkeleton, LeadBoard } from "@/components/leads/lead-board";
import { LeadsFailed } from "@/components/leads/leads-failed";
import type { LeadsFilter } from "@/components/leads/leads-filter";
import { NoLeads } from "@/components/leads/no-leads";
import { useTRPC } from "@/components/shell/trpc";

/** How often the board asks what colleagues and programs have changed. */
const refreshMs = 20_000;

type BoardViewProps = {
  filter: LeadsFilter;
  onOpen: (id: number) => void;
  onNew: () => void;
  onReset: () => void;
};

/** The board with its states. */
export function BoardView({ filter, onOpen, onNew, onReset }: BoardViewProps) {
  const trpc = useTRPC();
  const board = useQuery({
    ...trpc.leads.board.queryOptions(filter),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  if (board.isPending) return <BoardSkeleton />;
  if (!board.data)
    return (
      <div className="px-4 sm:px-6">
        <LeadsFailed onRetry={() => void board.refetch()} />
      </div>
    );
  if (board.data.columns.every(({ total }) => total === 0))
    return (
      <div className="px-4 sm:px-6">
        <NoLeads
          isFiltered={Boolean(filter.search) || filter.ownerUserId !== undefined}
          onNew={onNew}
          onReset={onReset}
        />
      </div>
    );
  return <LeadBoard board={board.data} filter={filter} onOpen={onOpen} />;
}
