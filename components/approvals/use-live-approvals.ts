import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/components/shell/trpc";

/** Asks for the proposals anew whenever something of them changes; false while the stream is lost. */
export function useLiveApprovals(): boolean {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { status, error } = useSubscription(
    trpc.approvals.watch.subscriptionOptions(undefined, {
      onData: () => {
        for (const part of [trpc.approvals.list, trpc.approvals.batch])
          void queries.invalidateQueries({ queryKey: part.pathKey() });
        for (const part of [trpc.approvals.counts, trpc.approvals.waiting, trpc.approvals.policies])
          void queries.invalidateQueries({ queryKey: part.pathKey() });
      },
    }),
  );
  return status !== "error" && !(status === "connecting" && error);
}
