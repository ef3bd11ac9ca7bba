"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";

const pauseMs = 250;
const shortest = 2;
const shown = 5;

/** The conversations in whose names or messages the typed words stand, asked for when the typing pauses. */
export function useFoundConversations(typed: string, open: boolean) {
  const trpc = useTRPC();
  const locale = useLocale();
  const [search, setSearch] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, isFetching } = useQuery({
    ...trpc.inbox.list.queryOptions({ state: "all", search, limit: shown, locale }),
    enabled: open && search.length >= shortest && typed.trim().length >= shortest,
  });
  const current = typed.trim().length >= shortest ? data?.rows : undefined;
  return { data: current, isFetching };
}
