import { Clock3 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ResourceView } from "@/server/domain/resources/schema";

/** Whatever is sent at once waits a moment too; that is no news. */
const newsMs = 5_000;
/** Waiting so long calls for a look. */
const longMs = 2 * 60_000;
const minute = 60_000;
const hour = 60 * minute;

/** What waits to be sent, group by group, and for how long; nothing while all goes out at once. */
export function WaitingDeliveries({
  queues,
  sendingMs,
  now,
}: Pick<ResourceView, "queues" | "sendingMs"> & { now: Date }) {
  const t = useTranslations("Resources");
  const format = useFormatter();
  const old = queues
    .map((queue) => ({ ...queue, ageMs: now.getTime() - new Date(queue.oldestAt).getTime() }))
    .filter(({ ageMs }) => ageMs >= newsMs);
  const isPaced = sendingMs !== null && sendingMs >= newsMs;
  if (old.length === 0 && !isPaced) return null;
  const age = (ms: number) => {
    const [unit, unitMs] =
      ms < minute ? ["second", 1000] : ms < 2 * hour ? ["minute", minute] : ["hour", hour];
    return format.number(Math.floor(ms / Number(unitMs)), { style: "unit", unit: String(unit) });
  };
  return (
    <ul className="space-y-3 text-sm" suppressHydrationWarning>
      {isPaced && (
        <li className="flex gap-2.5">
          <Clock3 aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
          <p>
            {t("sending", { count: queues.reduce((sum, { size }) => sum + size, 0), time: age(sendingMs) })}
          </p>
        </li>
      )}
      {old.map(({ groupId, title, size, ageMs }) => (
        <li key={groupId ?? "private"} className="flex gap-2.5">
          <Clock3
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 ${ageMs < longMs ? "text-muted-foreground" : "text-warning"}`}
          />
          <p className="min-w-0">
            <span className="block truncate text-muted-foreground">
              {groupId === null ? t("privateChats") : title}
            </span>
            <span suppressHydrationWarning>{t("waiting", { count: size, age: age(ageMs) })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
