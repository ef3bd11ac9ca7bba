"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { AUDIT_ACTIONS } from "@/server/domain/audit/schema";

/** "" stands for no condition; days are ISO dates. */
export type AuditFilter = { group: string; search: string; from: string; to: string };

const groups = [...new Set(AUDIT_ACTIONS.map((action) => action.slice(0, action.indexOf("."))))];

type AuditFiltersProps = { filter: AuditFilter; onChange: (filter: AuditFilter) => void };

/** Which entries to show: of what kind, about whom, from which days. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const t = useTranslations("Audit");
  const groupWords = (group: string) => {
    const key = `groups.${group}` as "groups.other";
    return t.has(key) ? t(key) : group;
  };
  return (
    <search aria-label={t("filters")} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
      <div className="space-y-1.5 max-sm:col-span-2">
        <Label htmlFor="audit-group">{t("group")}</Label>
        <Select
          id="audit-group"
          value={filter.group}
          onChange={(event) => onChange({ ...filter, group: event.target.value })}
        >
          <option value="">{t("groupAll")}</option>
          {groups.map((group) => (
            <option key={group} value={group}>
              {groupWords(group)}
            </option>
          ))}
        </Select>
      </div>
      <div className="space-y-1.5 max-sm:col-span-2">
        <Label htmlFor="audit-search">{t("search")}</Label>
        <Input
          id="audit-search"
          type="search"
          maxLength={100}
          placeholder={t("searchHint")}
          value={filter.search}
          onChange={(event) => onChange({ ...filter, search: event.target.value })}
        />
      </div>
      {(["from", "to"] as const).map((end) => (
        <div key={end} className="min-w-0 space-y-1.5">
          <Label htmlFor={`audit-${end}`}>{t(end)}</Label>
          <Input
            id={`audit-${end}`}
            type="date"
            value={filter[end]}
            min={end === "to" ? filter.from : undefined}
            onChange={(event) => onChange({ ...filter, [end]: event.target.value })}
          />
        </div>
      ))}
    </search>
  );
}
