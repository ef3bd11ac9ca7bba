"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDuration } from "@/components/analytics/use-duration";
import { Card } from "@/components/ui/card";
import type { AnalyticsView } from "@/server/domain/analytics/schema";

type Tile = { name: string; value: string; hint?: string };

/** The figures of a period that are read first. */
export function FigureTiles({ view }: { view: AnalyticsView }) {
  const t = useTranslations("Analytics.tiles");
  const format = useFormatter();
  const duration = useDuration();
  const { conversations, ratings, cost } = view;
  const share = (part: number): Pick<Tile, "value" | "hint"> => ({
    value: format.number(part),
    hint:
      conversations.opened > 0
        ? t("ofOpened", {
            share: format.number(part / conversations.opened, { style: "percent" }),
            count: conversations.opened,
          })
        : undefined,
  });
  const money = (dollars: number) =>
    format.number(dollars, {
      style: "currency",
      currency: "USD",
      maximumFractionDigits: dollars > 0 && dollars < 1 ? 4 : 2,
    });
  const times = ({ median, p90 }: AnalyticsView["resolution"]): Pick<Tile, "value" | "hint"> => ({
    value: duration(median),
    hint: p90 === null ? undefined : t("p90", { time: duration(p90) }),
  });
  const tiles: Tile[] = [
    { name: t("messages"), value: format.number(view.volume.total) },
    {
      name: t("opened"),
      value: format.number(conversations.opened),
      hint: t("openedHint", { open: conversations.openNow, waiting: conversations.waitingNow }),
    },
    { name: t("byAssistant"), ...share(conversations.byAssistant) },
    { name: t("handedOver"), ...share(conversations.handedOver) },
    { name: t("reopened"), ...share(conversations.reopened) },
    { name: t("assistantResponse"), ...times(view.assistantResponse) },
    { name: t("managerResponse"), ...times(view.managerResponse) },
    { name: t("resolution"), ...times(view.resolution) },
    {
      name: t("rating"),
      value:
        ratings.average === null ? t("none") : format.number(ratings.average, { maximumFractionDigits: 1 }),
      hint: t("ratings", { count: ratings.count }),
    },
    {
      name: t("cost"),
      value: money(cost.total),
      hint: cost.perClosed === null ? undefined : t("perClosed", { cost: money(cost.perClosed) }),
    },
  ];
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-5">
      {tiles.map(({ name, value, hint }) => (
        // Names, figures and hints of a row stand on one line each, however many lines one of them takes.
        <Card key={name} className="row-span-3 grid min-w-0 grid-rows-subgrid gap-y-0">
          <dl className="row-span-3 grid grid-rows-subgrid p-4">
            <dt className="text-sm text-balance text-muted-foreground">{name}</dt>
            <dd className="self-end pt-2 text-2xl font-semibold tracking-tight tabular-nums">
              {value === t("none") ? (
                <>
                  <span aria-hidden>{value}</span>
                  <span className="sr-only">{t("noData")}</span>
                </>
              ) : (
                value
              )}
            </dd>
            <dd className="mt-1 min-h-4 text-xs text-muted-foreground">{hint}</dd>
          </dl>
        </Card>
      ))}
    </div>
  );
}
