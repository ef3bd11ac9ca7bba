"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { type AuditFilter, AuditFilters } from "@/components/audit/audit-filters";
import { AuditRow } from "@/components/audit/audit-row";
import { PageHead } from "@/components/settings/page-head";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { AUDIT_ACTIONS } from "@/server/domain/audit/schema";

/** Who did what, newest first, with filters that the CSV follows. */
export function AuditScreen() {
  const t = useTranslations("Audit");
  const trpc = useTRPC();
  const [filter, setFilter] = useState<AuditFilter>({ group: "", search: "", from: "", to: "" });
  const { group, search, from, to } = useDeferredValue(filter);
  const actions = AUDIT_ACTIONS.filter((action) => group && action.startsWith(`${group}.`));
  const input = { actions, search, ...(from && { from }), ...(to && { to }) };
  const list = useInfiniteQuery({
    ...trpc.audit.list.infiniteQueryOptions(input, { getNextPageParam: ({ next }) => next ?? undefined }),
    placeholderData: (before) => before,
  });
  const query = new URLSearchParams({
    actions: actions.join(","),
    search,
    ...(from && { from }),
    ...(to && { to }),
  });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  const timeZone = list.data?.pages[0]?.timeZone ?? "UTC";
  return (
    <div className="space-y-6">
      <PageHead title={t("title")} subtitle={t("subtitle")}>
        <Button asChild variant="outline">
          <a href={`/api/exports/audit?${query}`} download>
            <Download aria-hidden />
            {t("export")}
          </a>
        </Button>
      </PageHead>
      <AuditFilters filter={filter} onChange={setFilter} />
      {list.isError ? (
        <Alert live tone="destructive" title={t("failed")}>
          <Button variant="outline" size="small" className="mt-2" onClick={() => void list.refetch()}>
            {t("retry")}
          </Button>
        </Alert>
      ) : list.isPending ? (
        <Card aria-busy className="space-y-5 p-6">
          {[1, 2, 3, 4, 5].map((each) => (
            <Skeleton key={each} className="h-9 w-full" />
          ))}
        </Card>
      ) : entries.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("empty")} hint={t("emptyHint")} />
      ) : (
        <Card>
          <ol aria-label={t("list")} className="divide-y divide-border">
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} timeZone={timeZone} />
            ))}
          </ol>
        </Card>
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
