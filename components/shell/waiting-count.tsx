"use client";

import { useTranslations } from "next-intl";
import { CountBadge } from "@/components/shell/count-badge";
import { useNotices } from "@/components/shell/use-notices";

/** How many conversations wait for a person; nothing when none does. */
export function WaitingCount({ floating }: { floating: boolean }) {
  const t = useTranslations("Shell");
  const { data } = useNotices();
  const count = data?.waiting.count ?? 0;
  return <CountBadge count={count} label={t("waitingCount", { count })} floating={floating} />;
}
