"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CountBadge } from "@/components/shell/count-badge";
import { useTRPC } from "@/components/shell/trpc";

const refetchMs = 30_000;

/** How many proposed messages wait for a decision; nothing when none does. */
export function ApprovalsCount({ floating }: { floating: boolean }) {
  const t = useTranslations("Shell");
  const trpc = useTRPC();
  const { data: count = 0 } = useQuery({
    ...trpc.approvals.waiting.queryOptions(),
    refetchInterval: refetchMs,
  });
  return <CountBadge count={count} label={t("approvalsCount", { count })} floating={floating} />;
}
