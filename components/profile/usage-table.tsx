"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { UsageRow } from "@/server/domain/usage/schema";

const shownAtFirst = 14;

/** Every figure of the chart, by day and model, newest first. */
export function UsageTable({ rows }: { rows: UsageRow[] }) {
  const t = useTranslations("Profile.ai");
  const format = useFormatter();
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const money = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  const numbers = "px-2 py-2 sm:px-3 text-right tabular-nums whitespace-nowrap";
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <div>
      <table className="w-full text-sm max-sm:table-fixed">
        <caption className="sr-only">{t("table")}</caption>
        <thead className="text-left text-xs text-muted-foreground">
          <tr>
            <th scope="col" className="py-2 font-medium max-sm:w-18 sm:px-3">
              {t("columns.day")}
            </th>
            <th scope="col" className="px-2 py-2 sm:px-3 font-medium">
              {t("columns.model")}
            </th>
            <th scope="col" className={`${numbers} font-medium max-sm:hidden`}>
              {t("columns.requests")}
            </th>
            <th scope="col" className={`${numbers} font-medium max-sm:hidden`}>
              {t("columns.in")}
            </th>
            <th scope="col" className={`${numbers} font-medium max-sm:hidden`}>
              {t("columns.out")}
            </th>
            <th scope="col" className={`${numbers} font-medium max-sm:w-22 max-sm:pr-0`}>
              {t("columns.cost")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border/60">
          {shown.map((row) => (
            <tr key={`${row.day} ${row.model} ${row.keyMode}`}>
              <th scope="row" className="py-2 text-left font-normal whitespace-nowrap sm:px-3">
                {day(row.day)}
              </th>
              <td className="px-2 py-2 sm:px-3">
                <span className="block truncate sm:max-w-56" title={row.model}>
                  {row.model}
                </span>
                <span className="block text-xs text-muted-foreground">{t(`keys.${row.keyMode}`)}</span>
                <span className="block text-xs text-muted-foreground sm:hidden">
                  {t("columns.requests")}: {format.number(row.requests)}
                  {row.failed > 0 && (
                    <span className="text-destructive"> · {t("failed", { count: row.failed })}</span>
                  )}
                </span>
                <span className="block text-xs text-muted-foreground sm:hidden">
                  {t("tokens", { in: row.promptTokens, out: row.completionTokens })}
                </span>
              </td>
              <td className={`${numbers} max-sm:hidden`}>
                {format.number(row.requests)}
                {row.failed > 0 && (
                  <span className="block text-xs text-destructive">{t("failed", { count: row.failed })}</span>
                )}
              </td>
              <td className={`${numbers} max-sm:hidden`}>{format.number(row.promptTokens)}</td>
              <td className={`${numbers} max-sm:hidden`}>{format.number(row.completionTokens)}</td>
              <td className={`${numbers} max-sm:pr-0`}>
                {row.costMicros === null ? t("unknownCost") : money(row.costMicros)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <Button variant="outline" size="small" className="mt-3" onClick={() => setAll(true)}>
          {t("showAll", { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
