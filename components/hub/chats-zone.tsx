import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowLeft, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { ChatRow } from "@/components/hub/chat-row";
import type { HubFilters } from "@/components/hub/hub-address";
import { LoadFailed } from "@/components/hub/load-failed";
import { ViewList } from "@/components/hub/view-list";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";

type ChatsZoneProps = {
  filters: HubFilters;
  chatId: number | null;
  onFilters: (filters: HubFilters) => void;
  onOpen: (chatId: number) => void;
  onBack: () => void;
};

const placeholders = ["a", "b", "c", "d", "e", "f"];
/** Px. */
const rowHeight = 62;

/** Saved views of the stream, and every chat the hub hears. */
export function ChatsZone({ filters, chatId, onFilters, onOpen, onBack }: ChatsZoneProps) {
  "use no memo";
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [ignored, setIgnored] = useState(false);
  const list = useInfiniteQuery({
    ...trpc.hub.chats.infiniteQueryOptions(
      { search, ignored },
      { getNextPageParam: ({ next }) => next ?? undefined },
    ),
    placeholderData: keepPreviousData,
  });
  const chats = useMemo(() => list.data?.pages.flatMap((page) => page.chats) ?? [], [list.data]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: chats.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = list;
  useEffect(() => {
    if (end >= chats.length - 5 && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage();
  }, [end, chats.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return (
    <>
      <div className="flex shrink-0 items-center gap-2 px-4 pt-4">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("back")}
          className="-ml-2 @min-[46rem]/hub:hidden"
          onClick={onBack}
        >
          <ArrowLeft aria-hidden />
        </Button>
        <h1 className="text-lg font-semibold tracking-tight">{t("title")}</h1>
      </div>
      <ViewList filters={filters} isStream={chatId === null} onChoose={onFilters} />
      <div className="shrink-0 border-t border-border px-4 pt-3 pb-2">
        <div className="flex items-center justify-between gap-2">
          <h2 className="text-xs font-medium text-muted-foreground">{t("chats")}</h2>
          <button
            type="button"
            aria-pressed={ignored}
            className="relative -mr-1.5 rounded-md px-1.5 py-0.5 text-xs text-muted-foreground after:absolute after:-inset-x-1 after:-inset-y-2.5 hover:bg-muted hover:text-foreground aria-pressed:bg-muted aria-pressed:text-foreground"
            onClick={() => setIgnored(!ignored)}
          >
            {t("ignoredChats")}
          </button>
        </div>
        <div className="relative mt-2">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted-foreground"
          />
          <Input
            type="search"
            value={search}
            maxLength={100}
            aria-label={t("searchChats")}
            placeholder={t("searchChats")}
            className="h-10 pl-8 sm:h-8"
            onChange={({ target }) => setSearch(target.value)}
          />
        </div>
      </div>
      <div
        ref={scroller}
        aria-busy={list.isPending}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        {list.isPending &&
          placeholders.map((key) => (
            <div key={key} aria-hidden className="flex h-15.5 flex-col justify-center gap-2 px-4">
              <Skeleton className="h-4 w-2/3" />
              <Skeleton className="h-3 w-5/6" />
            </div>
          ))}
        {list.isError && chats.length === 0 && (
          <LoadFailed words={t("chatsFailed")} onRetry={() => void list.refetch()} />
        )}
        {list.isSuccess && chats.length === 0 && (
          <p className="px-4 py-8 text-center text-sm leading-relaxed text-muted-foreground">
            {t(search ? "noChatsFound" : ignored ? "noIgnored" : "noChats")}
          </p>
        )}
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const chat = chats[item.index];
            return (
              chat && (
                <li
                  key={item.key}
                  className="absolute inset-x-0 top-0 px-2"
                  style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                >
                  <ChatRow chat={chat} isOpen={chat.id === chatId} onOpen={() => onOpen(chat.id)} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}
