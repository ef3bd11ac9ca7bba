"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { DayChart } from "@/components/analytics/day-chart";
import { FigureTiles } from "@/components/analytics/figure-tiles";
import { ManagerTable } from "@/components/analytics/manager-table";
import { PeriodChoice } from "@/components/analytics/period-choice";
import { StarBars } from "@/components/analytics/star-bars";
import { UnansweredList } from "@/components/analytics/unanswered-list";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { AnalyticsInput, AnalyticsView } from "@/server/domain/analytics/schema";

const refreshMs = 60_000;
const volumeSeries = ["contacts", "assistant", "members"] as const;
const intentSeries = [
  "question",
  "order",
  "interest",
  "complaint",
  "confirmation",
  "broadcast",
  "other",
] as const;

/** Figures of a workspace within a period. */
export function AnalyticsPage({ input }: { input: Partial<AnalyticsInput> }) {
  const t = useTranslations("Analytics");
  const trpc = useTRPC();
  const { data, isError, refetch, isPlaceholderData } = useQuery({
    ...trpc.analytics.of.queryOptions(input),
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
          <p className="mt-1.5 min-h-6 text-muted-foreground">
            {data && t("subtitle", { zone: data.timeZone })}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-3 max-sm:w-full">
          <PeriodChoice input={input} from={data?.from} to={data?.to} />
          <ExportMenu from={data?.from} to={data?.to} />
        </div>
      </div>
      <div className="mt-6 space-y-6" aria-busy={!data || isPlaceholderData}>
        {isError && (
          <Alert live tone="destructive" title={t("failed")}>
            <Button variant="outline" size="small" className="mt-3" onClick={() => void refetch()}>
              {t("retry")}
            </Button>
          </Alert>
        )}
        {data ? <Figures view={data} /> : !isError && <Waiting />}
      </div>
    </>
  );
}

function Figures({ view }: { view: AnalyticsView }) {
  const t = useTranslations("Analytics");
  // What is open now says nothing of the period.
  if (view.volume.total === 0 && view.conversations.opened === 0 && view.ratings.count === 0)
    return <EmptyState icon={ChartColumn} title={t("empty")} hint={t("emptyHint")} />;
  const heading = "mb-4 font-semibold tracking-tight";
  return (
    <>
      <FigureTiles view={view} />
      <div className="grid gap-6 xl:grid-cols-2">
        <Card className="min-w-0 p-5">
          <h2 className={heading}>{t("volume")}</h2>
          <DayChart
            title={t("volume")}
            days={view.volume.byDay}
            series={volumeSeries.map((key) => ({ key, name: t(`volumeSeries.${key}`) }))}
          />
        </Card>
        <Card className="min-w-0 p-5">
          <h2 className={heading}>{t("intents")}</h2>
          {view.intents.total === 0 ? (
            <p className="text-sm text-muted-foreground">{t("intentsNone")}</p>
          ) : (
            <DayChart
              title={t("intents")}
              days={view.intents.byDay}
              series={intentSeries.map((key) => ({ key, name: t(`intent.${key}`) }))}
            />
          )}
        </Card>
        <Card className="min-w-0 p-5">
          <h2 className={heading}>{t("managers")}</h2>
          <ManagerTable managers={view.managers} />
        </Card>
        <Card className="min-w-0 p-5">
          <h2 className={heading}>{t("stars")}</h2>
          <StarBars {...view.ratings} />
        </Card>
      </div>
      <Card className="min-w-0 p-5">
        <h2 className="font-semibold tracking-tight">{t("unanswered")}</h2>
        <p className="mt-1 mb-4 text-sm text-muted-foreground">{t("unansweredHint")}</p>
        <UnansweredList from={view.from} to={view.to} />
      </Card>
    </>
  );
}

function Waiting() {
  return (
    <>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
        {["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((tile) => (
          <Skeleton key={tile} className="h-28 rounded-2xl" />
        ))}
      </div>
      <div className="grid gap-6 xl:grid-cols-2">
        <Skeleton className="h-80 rounded-2xl" />
        <Skeleton className="h-80 rounded-2xl" />
      </div>
    </>
  );
}

/** It keeps its place while the period is not known yet. */
function ExportMenu({ from, to }: { from?: string; to?: string }) {
  const t = useTranslations("Analytics");
  const link = (format: string) => `/api/exports/analytics?format=${format}&from=${from}&to=${to}`;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" disabled={!from}>
          <Download aria-hidden />
          {t("export")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem asChild>
          <a href={link("xlsx")} download>
            {t("exportXlsx")}
          </a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={link("csv")} download>
            {t("exportCsv")}
          </a>
        </DropdownMenuItem>
        <DropdownMenuItem asChild>
          <a href={link("json")} download>
            {t("exportJson")}
          </a>
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
