"use client";

import { useFormatter, useTranslations } from "next-intl";
import { weeksOf } from "@/components/analytics/weeks-of";
import { DayBars } from "@/components/ui/day-bars";

/** More days than this are told apart by nobody: a bar is a week then. */
const longestByDay = 120;

/** What scrolls must be reachable by the keyboard, though nothing in it is pressed. */
const byKeyboard = { tabIndex: 0 };

type Day = { day: string } & Record<string, number | string>;
type DayChartProps = { title: string; days: Day[]; series: { key: string; name: string }[] };

/** Stacked bars, one a day (a week in a long period), with the same figures as a table for whoever reads those better. */
export function DayChart({ title, days, series }: DayChartProps) {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  const isLong = days.length > longestByDay;
  const spansYears = days[0]?.day.slice(0, 4) !== days.at(-1)?.day.slice(0, 4);
  const dayOf = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), {
      day: "numeric",
      month: "short",
      year: spansYears ? "numeric" : undefined,
      timeZone: "UTC",
    });
  const cell = "px-3 py-1.5 text-right tabular-nums";
  return (
    <>
      <DayBars
        className="h-64"
        days={isLong ? weeksOf(days, series) : days}
        series={series}
        shown={(value) => format.number(value)}
        whole
      />
      {isLong && <p className="mt-2 text-xs text-muted-foreground">{t("byWeek")}</p>}
      <details className="mt-2 text-sm">
        <summary className="w-fit cursor-pointer rounded-md px-1 py-1.5 text-muted-foreground hover:text-foreground max-sm:py-2.5">
          {t("asTable")}
        </summary>
        <section
          className="mt-1.5 max-h-80 overflow-auto rounded-lg border border-border"
          aria-label={title}
          {...byKeyboard}
        >
          <table className="w-full text-sm">
            <caption className="sr-only">{title}</caption>
            <thead className="sticky top-0 bg-card text-xs text-muted-foreground">
              <tr>
                <th scope="col" className="px-3 py-2 text-left font-medium">
                  {t("day")}
                </th>
                {series.map(({ key, name }) => (
                  <th key={key} scope="col" className="px-3 py-2 text-right font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-border/60">
              {days.toReversed().map((row) => (
                <tr key={row.day}>
                  <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
                    {dayOf(row.day)}
                  </th>
                  {series.map(({ key }) => (
                    <td key={key} className={cell}>
                      {format.number(Number(row[key] ?? 0))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </>
  );
}
