"use client";

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  TRPCClientError,
} from "@trpc/client";
import { type ReactNode, useState } from "react";
import { TRPCProvider } from "@/components/shell/trpc";
import type { AppRouter } from "@/server/trpc/root";

const mostRetries = 2;
const freshMs = 5_000;
const url = "/api/trpc";

function statusOf(error: unknown): number | undefined {
  return error instanceof TRPCClientError ? (error.data?.httpStatus as number | undefined) : undefined;
}

/** A sign-in that ended leads to the login and back; whatever else failed is told where it was asked. */
function leaveWhenSignedOut(error: unknown): void {
  if (statusOf(error) !== 401) return;
  const { pathname, search } = window.location;
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`);
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        // A refusal stays one; only what may pass by itself is asked again.
        retry: (failures, error) => failures < mostRetries && (statusOf(error) ?? 500) >= 500,
        // Without a network it fails in words, too, instead of waiting in silence; back online it is asked anew.
        networkMode: "always",
        refetchOnReconnect: true,
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** tRPC and its cache for the pages behind the login; the session's cookie proves the caller, of streams too. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === "subscription",
          true: httpSubscriptionLink({ url }),
          false: httpBatchLink({ url }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
