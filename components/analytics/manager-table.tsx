"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDuration } from "@/components/analytics/use-duration";
import type { ManagerLoad } from "@/server/domain/analytics/schema";

/** Who led how many conversations, and how soon they answered. */
export function ManagerTable({ managers }: { managers: ManagerLoad[] }) {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  const duration = useDuration();
  if (managers.length === 0) return <p className="text-sm text-muted-foreground">{t("managersNone")}</p>;
  const cell = "px-2 py-2 text-right tabular-nums whitespace-nowrap";
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{t("managers")}</caption>
      <thead className="text-xs text-muted-foreground">
        <tr>
          <th scope="col" className="w-2/5 py-2 text-left font-medium">
            {t("columns.name")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            <span className="block truncate" title={t("columns.conversations")}>
              {t("columns.conversations")}
            </span>
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium max-sm:hidden">
            {t("columns.openNow")}
          </th>
          <th scope="col" className="px-2 py-2 text-right font-medium">
            {t("columns.firstResponse")}
          </th>
          <th scope="col" className="py-2 text-right font-medium max-sm:hidden">
            {t("columns.rating")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-border/60">
        {managers.map(({ key, name, conversations, openNow, firstResponse, rating }) => (
          <tr key={key}>
            <th scope="row" className="truncate py-2 text-left font-medium" title={name}>
              {name}
            </th>
            <td className={cell}>{format.number(conversations)}</td>
            <td className={`${cell} max-sm:hidden`}>{format.number(openNow)}</td>
            <td className={cell}>{duration(firstResponse.median)}</td>
            <td className={`${cell} pr-0 max-sm:hidden`}>
              {rating === null ? t("tiles.none") : format.number(rating, { maximumFractionDigits: 1 })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
