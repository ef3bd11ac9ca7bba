"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { LEAD_COLUMNS, type LeadImportResult, type LeadMapping } from "@/server/domain/leads/import/schema";

/** What scrolls must be reachable by the keyboard, though nothing in it is pressed. */
const byKeyboard = { tabIndex: 0 };

type Seen = Extract<LeadImportResult, { ok: true }>;
type ImportPreviewProps = { result: Seen; onMapping: (mapping: LeadMapping) => void };

/** What a file holds: which column is what, how many lines are good, which are not and why. */
export function ImportPreview({ result, onMapping }: ImportPreviewProps) {
  const t = useTranslations("Leads");
  const { header, mapping, sample, good, bad, badTotal } = result;
  const places = header.map((title, place) => ({ title, place }));
  return (
    <div className="space-y-5">
      <fieldset className="space-y-3">
        <legend className="text-sm font-medium">{t("mapping")}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {LEAD_COLUMNS.map((column) => (
            <div key={column} className="min-w-0 space-y-1">
              <Label htmlFor={`map-${column}`} className="text-xs text-muted-foreground">
                {t(`importColumn.${column}`)}
              </Label>
              <Select
                id={`map-${column}`}
                value={mapping[column] ?? ""}
                onChange={(event) => {
                  const { [column]: _, ...others } = mapping;
                  const place = event.target.value;
                  onMapping(place === "" ? others : { ...others, [column]: Number(place) });
                }}
              >
                {/* A lead without a name is none. */}
                {(column !== "name" || mapping.name === undefined) && (
                  <option value="">{t("noColumn")}</option>
                )}
                {places.map(({ title, place }) => (
                  <option key={place} value={place}>
                    {title || t("columnNumber", { number: place + 1 })}
                    {sample[0]?.[place] ? ` — ${sample[0][place].slice(0, 30)}` : ""}
                  </option>
                ))}
              </Select>
            </div>
          ))}
        </div>
      </fieldset>
      {mapping.name === undefined ? (
        <Alert tone="warning" title={t("importTrouble.no_name")} />
      ) : (
        <p role="status" className="text-sm">
          {t("importCounts", { good, bad: badTotal })}
        </p>
      )}
      {bad.length > 0 && (
        <section aria-label={t("badLines")} className="space-y-2">
          <ul
            {...byKeyboard}
            className="max-h-48 divide-y divide-border overflow-y-auto rounded-xl border border-border text-sm"
          >
            {bad.map(({ line, reason, value }) => (
              <li key={line} className="flex gap-3 px-3.5 py-2">
                <span className="w-20 shrink-0 text-muted-foreground tabular-nums">
                  {t("line", { line })}
                </span>
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  {t(`badLine.${reason}`)}
                  {value && <span className="text-muted-foreground"> {t("badValue", { value })}</span>}
                </span>
              </li>
            ))}
          </ul>
          {badTotal > bad.length && (
            <p className="text-xs text-muted-foreground">{t("moreBad", { count: badTotal - bad.length })}</p>
          )}
        </section>
      )}
    </div>
  );
}
