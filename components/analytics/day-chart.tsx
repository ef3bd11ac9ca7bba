"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

const colours = [
  "var(--primary)",
  "oklch(0.62 0.15 262)",
  "oklch(0.7 0.14 65)",
  "oklch(0.62 0.17 335)",
  "oklch(0.66 0.13 200)",
  "oklch(0.6 0.16 25)",
  "oklch(0.6 0.03 265)",
];

/** What scrolls must be reachable by the keyboard, though nothing in it is pressed. */
const byKeyboard = { tabIndex: 0 };

type Day = { day: string } & Record<string, number | string>;
type DayChartProps = { title: string; days: Day[]; series: { key: string; name: string }[] };

/** Stacked bars, one a day, with the same figures as a table for whoever reads those better. */
export function DayChart({ title, days, series }: DayChartProps) {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  const dayOf = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const tick = { fontSize: 12, fill: "var(--muted-foreground)" };
  const cell = "px-3 py-1.5 text-right tabular-nums";
  return (
    <>
      <div aria-hidden className="h-64">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} accessibilityLayer={false} margin={{ top: 4, right: 4, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="day"
              tickFormatter={dayOf}
              tick={tick}
              tickLine={false}
              axisLine={false}
              minTickGap={24}
            />
            <YAxis allowDecimals={false} width={44} tick={tick} tickLine={false} axisLine={false} />
            <Tooltip
              cursor={{ fill: "var(--muted)" }}
              labelFormatter={(label) => dayOf(String(label))}
              formatter={(value) => format.number(Number(value))}
              contentStyle={{
                background: "var(--popover)",
                borderColor: "var(--border)",
                borderRadius: 12,
                color: "var(--foreground)",
                fontSize: 13,
              }}
            />
            <Legend wrapperStyle={{ fontSize: 13 }} />
            {series.map(({ key, name }, index) => (
              <Bar
                key={key}
                dataKey={key}
                name={name}
                stackId="day"
                fill={colours[index % colours.length]}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <details className="mt-3 text-sm">
        <summary className="w-fit cursor-pointer rounded-md px-1 text-muted-foreground hover:text-foreground">
          {t("asTable")}
        </summary>
        <section
          className="mt-3 max-h-80 overflow-auto rounded-lg border border-border"
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
