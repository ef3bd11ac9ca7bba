"use client";

import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useLocale } from "next-intl";
import { useEffect, useRef } from "react";
import { type ListFilter, mergeRow } from "@/components/inbox/list-filter";
import { mergeMessages } from "@/components/inbox/merge-messages";
import { useTRPC } from "@/components/shell/trpc";
import type {
  InboxPage,
  InboxRow,
  StaffMessageView,
  ThreadPage,
} from "@/server/domain/conversations/inbox-schema";

/** Changes that come together ask once for what is counted. */
const calmMs = 400;

type Pages<Page> = InfiniteData<Page>;

/** Puts messages into what is shown of their conversation. */
export function showMessages(
  queries: QueryClient,
  path: readonly unknown[],
  conversationId: number,
  messages: StaffMessageView[],
): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: path })) {
    const { input } = queryKey[1] as { input: { conversationId: number } };
    if (input.conversationId !== conversationId) continue;
    queries.setQueryData<Pages<ThreadPage>>(queryKey, (known) => {
      const [newest] = known?.pages ?? [];
      if (!known || !newest) return known;
      const all = known.pages.toReversed().flatMap((page) => page.messages);
      const from = known.pages.at(-1)?.hasOlder ? (all[0]?.seq ?? 0) : 0;
      const merged = mergeMessages(all, messages, from);
      // One page holds them all; how far back they reach the last page still knows.
      return {
        ...known,
        pages: known.pages.map((page, at) => ({ ...page, messages: at === 0 ? merged : [] })),
      };
    });
  }
}

function showRow(queries: QueryClient, path: readonly unknown[], row: InboxRow): void {
  for (const { queryKey } of queries.getQueryCache().findAll({ queryKey: path })) {
    const { input } = queryKey[1] as { input: ListFilter };
    queries.setQueryData<Pages<InboxPage>>(queryKey, (known) => {
      if (!known) return known;
      const rows = mergeRow(
        known.pages.flatMap((page) => page.rows),
        row,
        input,
        known.pages.at(-1)?.next === null,
      );
      return { ...known, pages: known.pages.map((page, at) => ({ ...page, rows: at === 0 ? rows : [] })) };
    });
  }
}

/** Keeps everything that the inbox shows as it now is; `isLost` while the stream is broken. */
export function useInboxLive(cursor: string): { isLost: boolean } {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const locale = useLocale() as "en" | "ru";
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(counting.current), []);

  const { status } = useSubscription(
    trpc.inbox.watch.subscriptionOptions(
      { cursor, locale },
      {
        onData: ({ data }) => {
          if (data.type === "reset") {
            void queries.invalidateQueries({ queryKey: trpc.inbox.pathKey() });
            return;
          }
          const { row, messages } = data;
          showRow(queries, trpc.inbox.list.pathKey(), row);
          showMessages(queries, trpc.inbox.messages.pathKey(), row.id, messages);
          const threadKey = trpc.inbox.thread.queryKey({ conversationId: row.id, locale });
          const before = queries.getQueryData(threadKey);
          queries.setQueryData(threadKey, (known) => known && { ...known, row });
          // Reason, summary and who closed it stand beside the row.
          if (before && before.row.revision !== row.revision)
            void queries.invalidateQueries({ queryKey: threadKey });
          clearTimeout(counting.current);
          counting.current = setTimeout(() => {
            void queries.invalidateQueries(trpc.inbox.counts.queryFilter());
          }, calmMs);
        },
      },
    ),
  );
  return { isLost: status === "connecting" || status === "error" };
}
