import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo, useRef } from "react";
import { ConversationRow } from "@/components/inbox/conversation-row";
import { EmptyList } from "@/components/inbox/empty-list";
import type { ListFilter } from "@/components/inbox/list-filter";
import { ListHeader } from "@/components/inbox/list-header";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { InboxCounts } from "@/server/domain/conversations/inbox-schema";

type ConversationListProps = {
  filter: ListFilter;
  counts: InboxCounts | undefined;
  chosen: number | null;
  onFilter: (filter: ListFilter) => void;
  onChoose: (id: number) => void;
  /** Which conversations the list holds, in its order. */
  onShown: (ids: number[]) => void;
};

const placeholders = ["a", "b", "c", "d", "e", "f", "g"];
/** A row with badges, px; rows are measured once they are drawn. */
const usualHeight = 84;
/** The next page is asked for so many rows before the end. */
const ahead = 8;

/** The workspace's conversations by state, drawn only where they can be seen; more come as the reader scrolls. */
export function ConversationList(props: ConversationListProps) {
  "use no memo";
  const { filter, chosen, onChoose, onShown } = props;
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const locale = useLocale() as "en" | "ru";
  const list = useInfiniteQuery({
    ...trpc.inbox.list.infiniteQueryOptions(
      { ...filter, locale },
      { getNextPageParam: ({ next }) => next ?? undefined },
    ),
    placeholderData: keepPreviousData,
    // The stream keeps it fresh.
    staleTime: 60_000,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  useEffect(() => onShown(rows.map(({ id }) => id)), [rows, onShown]);

  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = list;
  useEffect(() => {
    const isNear = end >= rows.length - ahead;
    if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [end, rows.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  // Only where the choice went: rows that move by themselves do not scroll the list.
  const showChosen = useEffectEvent((id: number | null) => {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: "auto" });
  });
  useEffect(() => showChosen(chosen), [chosen]);

  return (
    <>
      <ListHeader filter={filter} counts={props.counts} onFilter={props.onFilter} />
      <div
        ref={scroller}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
        aria-busy={list.isPending}
      >
        {list.isPending && placeholders.map((key) => <RowSkeleton key={key} />)}
        {list.isError && rows.length === 0 && (
          <div role="alert" className="px-6 py-14 text-center text-sm">
            <p className="text-muted-foreground">{t("listFailed")}</p>
            <Button variant="outline" size="small" className="mt-4" onClick={() => void list.refetch()}>
              {t("retry")}
            </Button>
          </div>
        )}
        {list.isSuccess && rows.length === 0 && <EmptyList filter={filter} onFilter={props.onFilter} />}
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <li
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  aria-setsize={hasNextPage ? -1 : rows.length}
                  aria-posinset={item.index + 1}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <ConversationRow row={row} isChosen={row.id === chosen} onChoose={() => onChoose(row.id)} />
                </li>
              )
            );
          })}
        </ul>
        {isFetchingNextPage && <RowSkeleton />}
        {isFetchNextPageError && (
          <div role="alert" className="p-4 text-center text-sm text-muted-foreground">
            <p>{t("listFailed")}</p>
            <Button variant="ghost" size="small" onClick={() => void fetchNextPage()}>
              {t("retry")}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function RowSkeleton() {
  return (
    <div className="flex gap-3 border-b border-border/60 px-4 py-3">
      <Skeleton className="size-10 rounded-full" />
      <div className="flex-1 space-y-2 py-1">
        <Skeleton className="h-3.5 w-2/5" />
        <Skeleton className="h-3 w-4/5" />
      </div>
    </div>
  );
}
