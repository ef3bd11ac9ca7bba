"use client";

import { useFormatter } from "next-intl";
import { DayBars } from "@/components/ui/day-bars";
import type { UsageRow } from "@/server/domain/usage/schema";

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
  return (
    <DayBars
      days={data}
      series={models.map((name, index) => ({ key: `m${index}`, name }))}
      shown={shown}
      whole={figure !== "cost"}
    />
  );
}
