"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import type { AnalysisBacklog } from "@/server/domain/intents/schema";

const refreshMs = 10_000;

/** What waits to be understood, who understood what in the last day, and how the day's budget stands. */
export function BacklogCard({ initial, maySetBudget }: { initial: AnalysisBacklog; maySetBudget: boolean }) {
  const t = useTranslations("Intents");
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.intents.backlog.queryOptions(),
    initialData: initial,
    refetchInterval: refreshMs,
  });
  const dollars = (micros: number) =>
    (micros / 1e6).toLocaleString(locale, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  const done = (["model", "pattern", "lexemes", "person"] as const).filter((method) => data.lastDay[method]);
  const facts = [
    [t("waiting"), data.waiting.toLocaleString(locale)],
    [
      t("lastDay"),
      done
        .map((method) => `${t(`method.${method}`)}: ${data.lastDay[method]?.toLocaleString(locale)}`)
        .join(" · ") || "—",
    ],
    [t("model"), data.model ?? t("noModel")],
    [t("budget"), t("budgetSpent", { spent: dollars(data.spentMicros), budget: dollars(data.budgetMicros) })],
  ];
  return (
    <Card className="p-5 sm:p-6">
      <h2 className="font-semibold tracking-tight">{t("state")}</h2>
      <dl className="mt-4 grid gap-4 text-sm sm:grid-cols-2">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="mt-0.5 break-words font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {maySetBudget && (
        <Link
          href="/settings/hub"
          className="relative mt-4 inline-block text-sm font-medium text-accent-foreground underline-offset-2 after:absolute after:inset-x-0 after:-inset-y-2.5 hover:underline"
        >
          {t("setBudget")}
        </Link>
      )}
    </Card>
  );
}
