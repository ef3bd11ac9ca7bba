import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/components/shell/trpc";

/** Has what the hub shows looked at again when something changed; `isLost` while the stream is broken. */
export function useHubLive(): { isLost: boolean } {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { status } = useSubscription(
    trpc.hub.live.subscriptionOptions(undefined, {
      onData: () => {
        // The head of the stream, not its pages: those the reader scrolls in stand still.
        void queries.invalidateQueries({ queryKey: trpc.hub.search.queryKey() });
        for (const at of [trpc.hub.chats, trpc.hub.chat, trpc.hub.message])
          void queries.invalidateQueries({ queryKey: at.pathKey() });
      },
    }),
  );
  return { isLost: status === "connecting" || status === "error" };
}
