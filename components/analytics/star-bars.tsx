"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { AnalyticsView } from "@/server/domain/analytics/schema";

/** How many ratings of each number of stars there were. */
export function StarBars({ byStars, count }: AnalyticsView["ratings"]) {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  if (count === 0) return <p className="text-sm text-muted-foreground">{t("tiles.ratings", { count })}</p>;
  return (
    <ul className="space-y-2.5">
      {byStars
        .map((some, index) => ({ stars: index + 1, some }))
        .toReversed()
        .map(({ stars, some }) => (
          <li key={stars} className="flex items-center gap-3 text-sm">
            <span className="w-20 shrink-0 text-muted-foreground">{t("star", { stars })}</span>
            <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-muted">
              <span
                className="block h-full rounded-full bg-primary"
                style={{ width: `${(some / count) * 100}%` }}
              />
            </span>
            <span className="w-10 shrink-0 text-right tabular-nums">{format.number(some)}</span>
          </li>
        ))}
    </ul>
  );
}
