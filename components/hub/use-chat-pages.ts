import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/shell/trpc";
import type { HubChatMessage, HubChatPage } from "@/server/domain/messages/hub/page-schema";

/** A chat's messages from one of them on both ways, or from the end back; oldest first. */
export function useChatPages(chatId: number, at: number | null) {
  const trpc = useTRPC();
  const pages = useInfiniteQuery({
    ...trpc.hub.chat.infiniteQueryOptions(
      { chatId, ...(at !== null && { around: at }) },
      {
        getNextPageParam: ({ messages, hasNewer }: HubChatPage) => {
          const last = messages.at(-1);
          return hasNewer && last ? { after: last.id } : undefined;
        },
        getPreviousPageParam: ({ messages, hasOlder }: HubChatPage) => {
          const oldest = messages[0];
          return hasOlder && oldest ? { before: oldest.id } : undefined;
        },
      },
    ),
    refetchOnWindowFocus: false,
  });
  const messages = useMemo(() => {
    const byId = new Map<number, HubChatMessage>();
    for (const page of pages.data?.pages ?? [])
      for (const message of page.messages) byId.set(message.id, message);
    return [...byId.values()];
  }, [pages.data]);
  return { pages, messages };
}
