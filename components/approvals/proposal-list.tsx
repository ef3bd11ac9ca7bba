import { useInfiniteQuery } from "@tanstack/react-query";
import { CheckCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { BatchCard } from "@/components/approvals/batch-card";
import { BulkBar } from "@/components/approvals/bulk-bar";
import { ProposalCard } from "@/components/approvals/proposal-card";
import { useApprovalKeys } from "@/components/approvals/use-approval-keys";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApprovalStatusName } from "@/server/domain/approvals/schema";

type ProposalListProps = { status: ApprovalStatusName; mayDecide: boolean; mayMakeKeys: boolean };

/** The proposals of a status, those of a batch together; what waits can be decided on, one by one or several at once. */
export function ProposalList({ status, mayDecide, mayMakeKeys }: ProposalListProps) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  useApprovalKeys(list);
  const query = useInfiniteQuery(
    trpc.approvals.list.infiniteQueryOptions(
      { status },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  if (query.isPending) return <ListSkeleton />;
  if (!query.data)
    return (
      <Alert live tone="destructive" title={t("failedToLoad")} className="mt-6">
        <Button variant="outline" size="small" onClick={() => query.refetch()}>
          {t("retry")}
        </Button>
      </Alert>
    );
  const entries = query.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0)
    return (
      <EmptyState
        icon={CheckCheck}
        title={t(`empty.${status}`)}
        hint={status === "pending" ? t("emptyHint") : undefined}
        className="mt-6"
      >
        {status === "pending" && mayMakeKeys && (
          <Button asChild variant="outline">
            <Link href="/settings/api-keys">{t("toKeys")}</Link>
          </Button>
        )}
      </EmptyState>
    );
  // What was decided on meanwhile is chosen no more.
  const single = entries.filter(({ approval }) => approval.batch === null);
  const shown = new Map(
    single.filter(({ id }) => chosen.has(id)).map(({ id, approval }) => [id, approval.text]),
  );
  const ids = [...shown.keys()];
  const choose = (id: number) =>
    setChosen(new Set(shown.has(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  const decides = mayDecide && status === "pending";
  return (
    <>
      {decides && <p className="mt-4 text-sm text-muted-foreground max-md:hidden">{t("keys")}</p>}
      <ul ref={list} className="mt-4 space-y-4">
        {entries.map(({ id, approval, count, fingerprint }) => (
          <li key={id}>
            {approval.batch ? (
              <BatchCard
                first={approval}
                batch={approval.batch}
                count={count}
                fingerprint={fingerprint}
                decides={decides}
              />
            ) : (
              <ProposalCard
                approval={approval}
                decides={decides}
                chosen={shown.has(id)}
                onChoose={() => choose(id)}
              />
            )}
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <div className="mt-6 text-center">
          <Button
            variant="outline"
            aria-busy={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      )}
      {decides && shown.size > 0 && <BulkBar texts={shown} onClear={() => setChosen(new Set())} />}
    </>
  );
}

function ListSkeleton() {
  return (
    <div aria-busy className="mt-6 space-y-4">
      {[0, 1, 2].map((place) => (
        <Skeleton key={place} className="h-44 rounded-2xl" />
      ))}
    </div>
  );
}
