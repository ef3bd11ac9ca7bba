import { useFormatter, useTranslations } from "next-intl";
import type { ResourceView } from "@/server/domain/resources/schema";

/** Whatever is sent at once waits a moment too; that is no news. */
const newsMs = 5_000;
const minute = 60_000;
const hour = 60 * minute;

/** What waits to be sent, group by group, and for how long; nothing while all goes out at once. */
export function WaitingDeliveries({ queues, now }: { queues: ResourceView["queues"]; now: Date }) {
  const t = useTranslations("Resources");
  const format = useFormatter();
  const old = queues
    .map((queue) => ({ ...queue, ageMs: now.getTime() - new Date(queue.oldestAt).getTime() }))
    .filter(({ ageMs }) => ageMs >= newsMs);
  if (old.length === 0) return null;
  const age = (ms: number) => {
    const [unit, unitMs] =
      ms < minute ? ["second", 1000] : ms < 2 * hour ? ["minute", minute] : ["hour", hour];
    return format.number(Math.floor(ms / Number(unitMs)), { style: "unit", unit: String(unit) });
  };
  return (
    <ul className="mt-5 space-y-1 text-sm" suppressHydrationWarning>
      {old.map(({ groupId, title, size, ageMs }) => (
        <li key={groupId ?? "private"} suppressHydrationWarning>
          <span className="text-muted-foreground">{groupId === null ? t("privateChats") : title}: </span>
          {t("waiting", { count: size, age: age(ageMs) })}
        </li>
      ))}
    </ul>
  );
}
