"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { AuditEntryView } from "@/server/domain/audit/schema";

/** One entry: what was done to what, by whom, when and from where. */
export function AuditRow({ entry, timeZone }: { entry: AuditEntryView; timeZone: string }) {
  const t = useTranslations("Audit");
  const format = useFormatter();
  const { action, targetName, actorKind, actorName, ip, userAgent, at } = entry;
  const key = `action.${action}` as "action.bot.started";
  const who = t("by", { kind: actorKind.replaceAll("-", "_"), name: actorName });
  const details = useDetails(entry.details);
  return (
    <li className="grid gap-x-6 gap-y-1 px-5 py-3.5 text-sm sm:grid-cols-[10.5rem_minmax(0,1fr)] sm:px-6">
      <time dateTime={at} className="text-muted-foreground tabular-nums">
        {format.dateTime(new Date(at), {
          day: "2-digit",
          month: "short",
          year: "numeric",
          hour: "2-digit",
          minute: "2-digit",
          timeZone,
        })}
      </time>
      <div className="min-w-0">
        <p className="break-words">
          <span className="font-medium">{t.has(key) ? t(key) : action}</span>
          {targetName && <span> · {targetName}</span>}
        </p>
        {details && <p className="mt-0.5 break-words text-muted-foreground">{details}</p>}
        <p className="mt-0.5 truncate text-xs text-muted-foreground" title={userAgent ?? undefined}>
          {[who, ip].filter(Boolean).join(" · ")}
        </p>
      </div>
    </li>
  );
}

/** What changed, as far as it has words. */
function useDetails(details: Record<string, unknown>): string {
  const t = useTranslations("Audit");
  const say = (value: unknown) => {
    const text = String(value);
    // Names of people's own things may hold dots, which a key must not.
    const key = `value.${text}` as "value.owner";
    return /^\w+$/.test(text) && t.has(key) ? t(key) : text;
  };
  return Object.entries(details)
    .flatMap(([name, value]) => {
      const key = `detail.${name}` as "detail.name";
      if (!t.has(key) || value === null || value === undefined) return [];
      return `${t(key)}: ${[value].flat().map(say).join(", ")}`;
    })
    .join(" · ");
}
