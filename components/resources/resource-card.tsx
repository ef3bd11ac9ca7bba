import { useFormatter, useNow, useTranslations } from "next-intl";
import { Trouble } from "@/components/resources/trouble";
import { WaitingDeliveries } from "@/components/resources/waiting-deliveries";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ResourceView } from "@/server/domain/resources/schema";

const providerNames: Record<string, string> = { telegram: "Telegram", kchat: "KChat" };

/** One resource: who it is, how it fares, and what to do when it does not. */
export function ResourceCard({ resource }: { resource: ResourceView }) {
  const t = useTranslations("Resources");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const { name, provider, username, world, state, listening, lastEventAt } = resource;
  // The list is fetched more often than the clock ticks, and nothing was heard in the future.
  const heardAt = lastEventAt ? new Date(lastEventAt) : null;
  const starting = state === "active" && !listening;
  const tone =
    state === "error" ? "destructive" : starting ? "warning" : state === "active" ? "success" : "neutral";
  return (
    <Card className="flex h-full flex-col p-5 sm:p-6" aria-label={name}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <span
          aria-hidden
          className="grid size-11 shrink-0 place-items-center rounded-xl bg-accent text-base font-semibold text-accent-foreground"
        >
          {name.slice(0, 1).toUpperCase()}
        </span>
        <div className="min-w-0 flex-1 basis-32">
          <h2 className="truncate font-semibold tracking-tight">{name}</h2>
          <p className="text-sm break-words text-muted-foreground">
            {providerNames[provider] ?? provider}
            {username && ` · @${username}`}
          </p>
        </div>
        <Badge tone={tone}>
          <span aria-hidden className="size-1.5 rounded-full bg-current" />
          {starting ? t("starting") : t("state", { state })}
        </Badge>
      </div>
      {(resource.error || resource.warning) && (
        <div className="mt-5 space-y-3">
          {resource.error && <Trouble kind="errors" trouble={resource.error} />}
          {resource.warning && <Trouble kind="warnings" trouble={resource.warning} />}
        </div>
      )}
      <div className="mt-5 divide-y divide-border border-t border-border empty:hidden *:py-4">
        <WaitingDeliveries queues={resource.queues} now={now} />
      </div>
      <div className="mt-auto flex items-center justify-between gap-x-4 border-t border-border pt-4 text-sm">
        <dl className="flex min-w-0 flex-wrap gap-x-2">
          <dt className="text-muted-foreground">{t("lastEvent")}</dt>
          <dd>
            {heardAt ? (
              <time dateTime={heardAt.toISOString()} suppressHydrationWarning>
                {format.relativeTime(heardAt, Math.max(heardAt.getTime(), now.getTime()))}
              </time>
            ) : (
              t("noEvent")
            )}
          </dd>
        </dl>
        <Badge tone={world === "simulator" ? "accent" : "neutral"}>
          {world === "simulator" ? t("worldSimulator") : t("worldService")}
        </Badge>
      </div>
    </Card>
  );
}
