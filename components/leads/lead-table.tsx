"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/leads/status-dot";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { cn } from "@/components/ui/cn";
import type { LeadPage, LeadView } from "@/server/domain/leads/schema";

export type LeadSorting = Pick<LeadPage, "sort" | "order">;

type LeadTableProps = {
  leads: LeadView[];
  sorting: LeadSorting;
  onSort: (sorting: LeadSorting) => void;
  onOpen: (id: number) => void;
};

const columns = [
  { key: "name", sort: "name", className: "min-w-52 max-sm:min-w-36" },
  { key: "stage", sort: null, className: "" },
  { key: "value", sort: "value", className: "text-right" },
  { key: "nextStep", sort: "nextStep", className: "min-w-40" },
  { key: "owner", sort: null, className: "max-lg:hidden" },
  { key: "source", sort: null, className: "max-lg:hidden" },
  { key: "updated", sort: "updated", className: "text-right" },
] as const;

/** Leads as a table; its orders are the server's. */
export function LeadTable({ leads, sorting, onSort, onOpen }: LeadTableProps) {
  const t = useTranslations("Leads");
  const words = useLeadWords();
  return (
    <div className="overflow-x-auto rounded-2xl border border-border bg-card shadow-soft">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr className="border-b border-border text-left text-xs text-muted-foreground">
            {columns.map(({ key, sort, className }) => {
              const isChosen = sort !== null && sort === sorting.sort;
              const Arrow = sorting.order === "asc" ? ArrowUp : ArrowDown;
              return (
                <th
                  key={key}
                  scope="col"
                  aria-sort={isChosen ? (sorting.order === "asc" ? "ascending" : "descending") : undefined}
                  className={cn("px-3 py-2 font-medium whitespace-nowrap", className)}
                >
                  {sort ? (
                    <button
                      type="button"
                      className="-mx-2 inline-flex h-8 items-center max-sm:h-10 gap-1 rounded-md px-2 hover:bg-muted hover:text-foreground"
                      onClick={() =>
                        onSort({
                          sort,
                          order: isChosen
                            ? sorting.order === "asc"
                              ? "desc"
                              : "asc"
                            : sort === "name" || sort === "nextStep"
                              ? "asc"
                              : "desc",
                        })
                      }
                    >
                      {t(`column.${key}`)}
                      {isChosen && <Arrow aria-hidden className="size-3.5" />}
                    </button>
                  ) : (
                    t(`column.${key}`)
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {leads.map((lead) => (
            <tr key={lead.id} className="relative hover:bg-muted/50">
              <th scope="row" className="max-w-72 px-3 py-2.5 text-left font-medium max-sm:max-w-44">
                <button
                  type="button"
                  dir="auto"
                  title={lead.name}
                  className="block w-full truncate text-left outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
                  onClick={() => onOpen(lead.id)}
                >
                  {lead.name}
                </button>
                <span className="block truncate text-xs font-normal text-muted-foreground">
                  {[lead.phone, lead.email].filter(Boolean).join(" · ")}
                </span>
              </th>
              <td className="px-3 py-2.5">
                <span className="inline-flex items-center gap-2 whitespace-nowrap">
                  <StatusDot status={lead.status} />
                  {words.status(lead.status)}
                </span>
              </td>
              <td className="px-3 py-2.5 text-right whitespace-nowrap tabular-nums">
                {lead.value === null ? "" : words.money(lead.value, lead.currency)}
              </td>
              <td className={cn("max-w-56 px-3 py-2.5", words.isLate(lead) && "text-destructive")}>
                <span className="block truncate" title={lead.nextStep ?? undefined}>
                  {words.isLate(lead) && <span className="sr-only">{t("late")} </span>}
                  {[lead.nextStepAt && words.day(lead.nextStepAt), lead.nextStep].filter(Boolean).join(" · ")}
                </span>
              </td>
              <td className="max-w-40 truncate px-3 py-2.5 max-lg:hidden" title={lead.owner?.name}>
                {lead.owner?.name}
              </td>
              <td
                className="max-w-40 truncate px-3 py-2.5 text-muted-foreground max-lg:hidden"
                title={words.source(lead.source)}
              >
                {words.source(lead.source)}
              </td>
              <td className="px-3 py-2.5 text-right whitespace-nowrap text-muted-foreground tabular-nums">
                <time dateTime={lead.updatedAt}>{words.day(lead.updatedAt)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
