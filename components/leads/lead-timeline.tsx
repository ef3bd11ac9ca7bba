"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LeadsFailed } from "@/components/leads/leads-failed";
import { TimelineItem } from "@/components/leads/timeline-item";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** What happened with the person behind a lead, newest first. */
export function LeadTimeline({ leadId }: { leadId: number }) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const timeline = useInfiniteQuery(
    trpc.leads.timeline.infiniteQueryOptions(
      { leadId, limit: 30 },
      { getNextPageParam: (page) => page.next ?? undefined },
    ),
  );
  if (timeline.isError && !timeline.data) return <LeadsFailed onRetry={() => void timeline.refetch()} />;
  if (timeline.isPending)
    return (
      <div aria-busy className="space-y-3">
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-12" />
        ))}
      </div>
    );
  return (
    <>
      <ol aria-label={t("timeline")} className="space-y-5 border-l border-border pl-5">
        {timeline.data.pages
          .flatMap((page) => page.items)
          .map((item) => (
            <TimelineItem key={item.key} item={item} />
          ))}
      </ol>
      {timeline.hasNextPage && (
        <Button
          variant="ghost"
          size="small"
          aria-busy={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {timeline.isFetchingNextPage ? t("loading") : t("earlier")}
        </Button>
      )}
    </>
  );
}
