import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { freshMessages } from "@/components/hub/fresh-messages";
import { type HubFilters, toHubFilter } from "@/components/hub/hub-address";
import { useTRPC } from "@/components/shell/trpc";
import type { HubResults } from "@/server/domain/messages/hub/schema";

const pageSize = 50;

/** The messages that the filters let through, newest first, and those that came since, which `absorb` puts on top. */
export function useHubStream(filters: HubFilters) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const input = { filter: toHubFilter(filters), limit: pageSize };
  const pages = trpc.hub.search.infiniteQueryOptions(input, {
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const list = useInfiniteQuery({
    ...pages,
    placeholderData: keepPreviousData,
    // The live stream says when there is more.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  const head = useQuery({
    ...trpc.hub.search.queryOptions(input),
    enabled: list.isSuccess && !list.isPlaceholderData,
  });
  const { messages, news } = useMemo(() => {
    const known = list.data?.pages.flatMap((page) => page.messages) ?? [];
    return freshMessages(known, list.isPlaceholderData ? [] : (head.data?.messages ?? []));
  }, [list.data, list.isPlaceholderData, head.data]);
  const absorb = () => {
    const top = head.data;
    if (!top || news.length === 0) return;
    queries.setQueryData<InfiniteData<HubResults, string | null>>(pages.queryKey, (known) => {
      const first = known?.pages[0];
      // More came than one page holds: what lies between is read again from the top.
      if (!known || !first || (news.length === top.messages.length && top.nextCursor))
        return { pages: [top], pageParams: [null] };
      const whole = { ...first, messages: [...news, ...first.messages] };
      return { ...known, pages: [whole, ...known.pages.slice(1)] };
    });
  };
  const { total = 0, totalIsLowerBound = false } = head.data ?? list.data?.pages[0] ?? {};
  return { list, messages, news, absorb, total, totalIsLowerBound };
}
