"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/shell/trpc";

const refetchMs = 30_000;

/** What needs an eye in the workspace, asked for every half minute while the page is looked at. */
export function useNotices() {
  const trpc = useTRPC();
  return useQuery({ ...trpc.notices.list.queryOptions(), refetchInterval: refetchMs });
}
