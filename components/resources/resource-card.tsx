import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { ProviderIcon } from "@/components/resources/provider-icon";
import { StateBadge } from "@/components/resources/state-badge";
import { Throughput } from "@/components/resources/throughput";
import { Trouble } from "@/components/resources/trouble";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { WaitingDeliveries } from "@/components/resources/waiting-deliveries";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ResourceView } from "@/server/domain/resources/schema";

/** One resource: who it is, how it fares, and what to do when it does not. */
export function ResourceCard({ resource }: { resource: ResourceView }) {
  const t = useTranslations("Resources");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const { id, name, provider, username, world, lastEventAt } = resource;
  const words = useProviderWords(provider);
  // The list is fetched more often than the clock ticks, and nothing was heard in the future.
  const heardAt = lastEventAt ? new Date(lastEventAt) : null;
  return (
    <Card
      className="relative flex h-full flex-col p-5 transition-colors focus-within:border-ring hover:border-input sm:p-6"
      aria-label={name}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <ProviderIcon provider={provider} />
        <div className="min-w-0 flex-1 basis-32">
          <h2 className="truncate font-semibold tracking-tight" title={name}>
            {/* The whole card is the link's surface. */}
            <Link
              href={`/resources/${id}`}
              className="outline-none after:absolute after:inset-0 after:rounded-2xl"
            >
              {name}
            </Link>
          </h2>
          <p className="text-sm wrap-anywhere text-muted-foreground">
            {words.name}
            {username && ` · @${username}`}
          </p>
        </div>
        <StateBadge {...resource} />
      </div>
      {(resource.error || resource.warning) && (
        <div className="relative mt-5 space-y-3">
          {resource.error && <Trouble kind="errors" trouble={resource.error} provider={provider} />}
          {resource.warning && <Trouble kind="warnings" trouble={resource.warning} provider={provider} />}
        </div>
      )}
      <div className="mt-5 empty:hidden">
        <WaitingDeliveries queues={resource.queues} sendingMs={resource.sendingMs} now={now} />
      </div>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-5">
        {resource.listening !== null && <Throughput throughput={resource.throughput} />}
        {world === "simulator" && <Badge tone="accent">{t("worldSimulator")}</Badge>}
      </div>
      <dl className="mt-4 flex min-w-0 flex-wrap gap-x-2 border-t border-border pt-4 text-sm">
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
    </Card>
  );
}
