"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { BudgetForm } from "@/components/profile/budget-form";
import { UsageTable } from "@/components/profile/usage-table";
import { SettingsSection } from "@/components/settings/settings-section";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { UsageView } from "@/server/domain/usage/schema";

// A chart is a tenth of a megabyte that nobody waits for.
const UsageChart = dynamic(() => import("@/components/profile/usage-chart").then((m) => m.UsageChart), {
  ssr: false,
  loading: () => <Skeleton className="h-56 w-full" />,
});

const figures = ["cost", "requests", "tokens"] as const;

/** What the model did and cost in thirty days, and what it may cost in a month. */
export function Usage({ initial, editable }: { initial: UsageView; editable: boolean }) {
  const t = useTranslations("Profile.ai");
  const trpc = useTRPC();
  const { data, refetch } = useQuery({ ...trpc.ai.usage.queryOptions(), initialData: initial });
  const [figure, setFigure] = useState<(typeof figures)[number]>(
    // Bars of unknown costs would show nothing.
    initial.rows.some(({ costMicros }) => costMicros) ? "cost" : "requests",
  );
  return (
    <>
      <SettingsSection id="budget" title={t("budget")} hint={t("budgetHint")}>
        <BudgetForm
          // What was saved begins the form anew.
          key={data.month.budgetMicros}
          month={data.month}
          cautiousPrice={data.cautiousPrice}
          editable={editable}
          refresh={() => refetch().then(() => undefined)}
        />
      </SettingsSection>
      <Card aria-labelledby="usage" className="space-y-5 p-5 sm:p-6">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h2 id="usage" className="font-semibold tracking-tight">
              {t("usage")}
            </h2>
            <p className="mt-1 text-sm text-muted-foreground">{t("usageHint")}</p>
          </div>
          {data.rows.length > 0 && (
            <Select
              aria-label={t("figure")}
              value={figure}
              onChange={(event) => setFigure(figures.find((one) => one === event.target.value) ?? "cost")}
              className="w-40"
            >
              {figures.map((one) => (
                <option key={one} value={one}>
                  {t(`figures.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </div>
        {data.rows.length === 0 ? (
          <p className="rounded-xl bg-muted/60 px-4 py-8 text-center text-sm text-muted-foreground">
            {t("noUsage")}
          </p>
        ) : (
          <>
            <UsageChart days={data.days} rows={data.rows} figure={figure} />
            <UsageTable rows={data.rows} />
          </>
        )}
      </Card>
    </>
  );
}
