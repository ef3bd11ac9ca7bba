"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useTRPC } from "@/components/shell/trpc";
import type { ResourceView } from "@/server/domain/resources/schema";

/** Asked for, too, in case the stream is held up on the way; at once when it is lost. */
const calmMs = 30_000;
const lostMs = 5_000;

/** The workspace's resources as they are now; whatever is told of one has its own page ask anew. `isError`: what is shown may be old. */
export function useLiveResources(initial: ResourceView[]) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { status } = useSubscription(
    trpc.resources.watch.subscriptionOptions(
      {},
      {
        onData: ({ data }) => {
          queries.setQueryData(trpc.resources.list.queryKey(), data);
          // One that was removed is asked for no more.
          for (const { id: resourceId } of data)
            void queries.invalidateQueries(trpc.resources.detail.queryFilter({ resourceId }));
        },
      },
    ),
  );
  return useQuery({
    ...trpc.resources.list.queryOptions(),
    initialData: initial,
    refetchInterval: status === "pending" ? calmMs : lostMs,
  });
}
