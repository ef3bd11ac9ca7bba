import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { ArrowUp, LoaderCircle } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { EmptyStream } from "@/components/hub/empty-stream";
import { type HubFilters, NO_FILTERS, writeHubFilters } from "@/components/hub/hub-address";
import { LoadFailed } from "@/components/hub/load-failed";
import { StreamHeader } from "@/components/hub/stream-header";
import { StreamRow } from "@/components/hub/stream-row";
import { StreamSkeleton } from "@/components/hub/stream-skeleton";
import { useHubStream } from "@/components/hub/use-hub-stream";
import type { Selection } from "@/components/hub/use-selection";
import { Button } from "@/components/ui/button";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

type StreamProps = {
  filters: HubFilters;
  active: HubMessageView | null;
  selection: Selection;
  /** Whoever presses J or K: called with one to go forward, minus one to go back. */
  keys: { current: (by: 1 | -1) => void };
  onFilter: (change: Partial<HubFilters>) => void;
  onActive: (message: HubMessageView) => void;
  onOpen: (message: HubMessageView) => void;
  onShowChats: () => void;
};

/** A row's height before it is drawn, px. */
const usualHeight = 112;
/** The next page is asked for so many rows before the end. */
const ahead = 12;
/** Who has scrolled less is at the top, px. */
const atTop = 40;
/** Where each stream was left, so that Back leads there. */
const left = new Map<string, { offset: number; sizes: VirtualItem[] }>();

/** All messages that the filters let through, newest first; new ones wait above while the reader is further down. */
export function Stream(props: StreamProps) {
  "use no memo";
  const { filters, active, selection, onActive } = props;
  const t = useTranslations("Hub");
  const locale = useLocale();
  const { list, messages, news, absorb, total, totalIsLowerBound } = useHubStream(filters);
  const scroller = useRef<HTMLDivElement>(null);
  const place = writeHubFilters(filters);
  const [before] = useState(() => left.get(place));

  const virtualizer = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: 8,
    // The last message stands clear of what can be done with the chosen ones.
    paddingEnd: selection.chosen.size > 0 ? 88 : 0,
    initialOffset: before?.offset ?? 0,
    initialMeasurementsCache: before?.sizes ?? [],
  });
  const keep = useEffectEvent(() => {
    left.clear();
    left.set(place, { offset: virtualizer.scrollOffset ?? 0, sizes: virtualizer.measurementsCache });
  });
  useEffect(() => () => keep(), []);
  const shownPlace = useRef(place);
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    scroller.current?.scrollTo({ top: 0 });
  }, [place]);

  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = list;
  useEffect(() => {
    const isNear = end >= messages.length - ahead;
    if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [end, messages.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  // Whoever looks at the top sees what comes; whoever reads further down is only told of it.
  const comeIn = useEffectEvent(() => {
    if ((scroller.current?.scrollTop ?? 0) < atTop && selection.chosen.size === 0) absorb();
  });
  const newest = news[0]?.id;
  useEffect(() => {
    if (newest) comeIn();
  }, [newest]);

  const step = (by: 1 | -1) => {
    const at = active ? messages.findIndex(({ id }) => id === active.id) : -1;
    const index = at < 0 ? (items[0]?.index ?? 0) : at + by;
    const next = messages[index];
    if (!next) return;
    onActive(next);
    virtualizer.scrollToIndex(index, { align: "auto" });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next.id}"]`)?.focus({ preventScroll: true }),
    );
  };
  // With every drawing: a key acts on what is shown now.
  useEffect(() => {
    props.keys.current = step;
  });

  const isOld = list.isPlaceholderData;
  const count = total.toLocaleString(locale);
  const isNarrowed = writeHubFilters({ ...filters, q: "" }) !== "";
  return (
    <section aria-label={t("stream")} className="flex min-h-0 min-w-0 flex-1 flex-col">
      <StreamHeader filters={filters} onFilter={props.onFilter} onShowChats={props.onShowChats} />
      <div className="flex h-8 shrink-0 items-center justify-between gap-3 px-4 text-xs text-muted-foreground sm:px-5">
        <p role="status" className="truncate tabular-nums">
          {isOld
            ? t("searching")
            : list.isSuccess && t(totalIsLowerBound ? "foundMore" : "found", { count: total, shown: count })}
        </p>
        {isNarrowed && (
          <button
            type="button"
            className="relative -mr-2 rounded-md px-2 py-1 font-medium after:absolute after:-inset-y-2 after:inset-x-0 hover:bg-muted hover:text-foreground"
            onClick={() => props.onFilter({ ...NO_FILTERS, q: filters.q })}
          >
            {t("clearFilters")}
          </button>
        )}
      </div>
      <div className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          aria-busy={list.isPending || isOld}
          // Safari scrolls by keyboard only what can be focused.
          {...{ tabIndex: messages.length > 0 ? 0 : undefined }}
          className="h-full overflow-y-auto overscroll-contain outline-offset-[-2px]"
        >
          {list.isPending && <StreamSkeleton />}
          {list.isError && messages.length === 0 && (
            <LoadFailed words={t("streamFailed")} onRetry={() => void list.refetch()} />
          )}
          {list.isSuccess && !isOld && messages.length === 0 && (
            <EmptyStream filters={filters} onFilter={props.onFilter} />
          )}
          <ul
            className={isOld ? "relative opacity-60" : "relative"}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {items.map((item) => {
              const message = messages[item.index];
              return (
                message && (
                  <li
                    key={item.key}
                    ref={virtualizer.measureElement}
                    data-index={item.index}
                    className="absolute inset-x-0 top-0"
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <StreamRow
                      message={message}
                      isActive={message.id === active?.id}
                      isChosen={selection.chosen.has(message.id)}
                      isChoosing={selection.chosen.size > 0}
                      onOpen={() => props.onOpen(message)}
                      onToggle={() => selection.toggle(message)}
                      onActive={() => onActive(message)}
                    />
                  </li>
                )
              );
            })}
          </ul>
          {isFetchingNextPage && (
            <p
              role="status"
              className="flex items-center justify-center gap-2 py-4 text-xs text-muted-foreground"
            >
              <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
              {t("loadingOlder")}
            </p>
          )}
          {isFetchNextPageError && (
            <LoadFailed words={t("olderFailed")} onRetry={() => void fetchNextPage()} />
          )}
        </div>
        {news.length > 0 && (
          <Button
            size="small"
            className="absolute top-2 left-1/2 -translate-x-1/2 rounded-full shadow-lifted"
            onClick={() => {
              absorb();
              scroller.current?.scrollTo({ top: 0 });
            }}
          >
            <ArrowUp aria-hidden />
            {t("news", { count: news.length })}
          </Button>
        )}
      </div>
    </section>
  );
}
