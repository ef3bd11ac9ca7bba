"use client";

import { useFormatter } from "next-intl";
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { UsageRow } from "@/server/domain/usage/schema";

const colours = [
  "var(--primary)",
  "oklch(0.62 0.15 262)",
  "oklch(0.7 0.14 65)",
  "oklch(0.62 0.17 335)",
  "oklch(0.6 0.03 265)",
];

type UsageChartProps = { days: string[]; rows: UsageRow[]; figure: "cost" | "requests" | "tokens" };

/** Bars of thirty days, one colour a model; screen readers take the table beside it. */
export function UsageChart({ days, rows, figure }: UsageChartProps) {
  const format = useFormatter();
  const models = [...new Set(rows.map(({ model }) => model))];
  const sizeOf = (row: UsageRow) =>
    figure === "cost"
      ? (row.costMicros ?? 0) / 1_000_000
      : figure === "requests"
        ? row.requests
        : row.promptTokens + row.completionTokens;
  const data = days.map((day) => {
    const sums = new Map<string, number>();
    for (const row of rows)
      if (row.day === day) sums.set(row.model, (sums.get(row.model) ?? 0) + sizeOf(row));
    return { day, ...Object.fromEntries(models.map((model, index) => [`m${index}`, sums.get(model) ?? 0])) };
  });
  const shown = (value: number) =>
    figure === "cost"
      ? format.number(value, { style: "currency", currency: "USD", maximumFractionDigits: 4 })
      : format.number(value, { notation: "compact" });
  const dayOf = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const tick = { fontSize: 12, fill: "var(--muted-foreground)" };
  return (
    <div aria-hidden className="h-56">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} accessibilityLayer={false} margin={{ top: 4, right: 4, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--border)" />
          <XAxis
            dataKey="day"
            tickFormatter={dayOf}
            tick={tick}
            tickLine={false}
            axisLine={false}
            minTickGap={24}
          />
          <YAxis
            allowDecimals={figure === "cost"}
            width={64}
            tickFormatter={shown}
            tick={tick}
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            cursor={{ fill: "var(--muted)" }}
            labelFormatter={(label) => dayOf(String(label))}
            formatter={(value) => shown(Number(value))}
            contentStyle={{
              background: "var(--popover)",
              borderColor: "var(--border)",
              borderRadius: 12,
              color: "var(--foreground)",
              fontSize: 13,
            }}
          />
          <Legend wrapperStyle={{ fontSize: 13 }} />
          {models.map((model, index) => (
            <Bar
              key={model}
              dataKey={`m${index}`}
              name={model}
              stackId="day"
              fill={colours[Math.min(index, colours.length - 1)]}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
