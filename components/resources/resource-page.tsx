"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, Unplug } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { GroupFindings } from "@/components/resources/account-findings";
import { ProviderIcon } from "@/components/resources/provider-icon";
import { RemoveResource } from "@/components/resources/remove-resource";
import { ResourceActions } from "@/components/resources/resource-actions";
import { ResourceEvents } from "@/components/resources/resource-events";
import { ResourceHealth } from "@/components/resources/resource-health";
import { ResourceSettings } from "@/components/resources/resource-settings";
import { StateBadge } from "@/components/resources/state-badge";
import { Throughput } from "@/components/resources/throughput";
import { Trouble } from "@/components/resources/trouble";
import { useLiveResources } from "@/components/resources/use-live-resources";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { WaitingDeliveries } from "@/components/resources/waiting-deliveries";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ResourceDetail, ResourceView } from "@/server/domain/resources/schema";
import { providerPages } from "@/server/providers/pages";

/** One resource with all there is to see and to do. */
export function ResourcePage({
  initial,
  initialList,
}: {
  initial: ResourceDetail;
  initialList: ResourceView[];
}) {
  const t = useTranslations("Resources");
  const trpc = useTRPC();
  const now = useNow({ updateInterval: 10_000 });
  const { data: list } = useLiveResources(initialList);
  const { data: detail, isError } = useQuery({
    ...trpc.resources.detail.queryOptions({ resourceId: initial.id }),
    initialData: initial,
  });
  // The stream tells the list first.
  const listed = list.find(({ id }) => id === detail.id);
  const resource = { ...detail, ...listed };
  const { name, provider, username, world, state, mayChange } = resource;
  const words = useProviderWords(provider);
  const { Panels } = providerPages[provider as keyof typeof providerPages];
  if (!listed)
    return (
      <EmptyState icon={Unplug} title={t("gone", { name })}>
        <Button asChild variant="outline">
          <Link href="/resources">{t("back")}</Link>
        </Button>
      </EmptyState>
    );
  return (
    <div>
      <Link
        href="/resources"
        className="inline-flex items-center gap-1.5 rounded text-sm text-muted-foreground hover:text-foreground max-sm:min-h-10"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <div className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-3">
        <ProviderIcon provider={provider} className="size-12" />
        <div className="min-w-0 flex-1 basis-48">
          <h1 className="truncate text-2xl font-semibold tracking-[-0.02em]" title={name}>
            {name}
          </h1>
          <p className="truncate text-sm text-muted-foreground">
            {words.name}
            {username && ` · @${username}`}
            {detail.listening !== null && ` · ${t("details.conversations", { count: detail.conversations })}`}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {world === "simulator" && <Badge tone="accent">{t("worldSimulator")}</Badge>}
          <StateBadge {...resource} />
        </div>
      </div>
      <div className="mt-8 grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)] lg:grid-rows-[auto_1fr] lg:items-start">
        <div className="min-w-0 space-y-5">
          {isError && (
            <Alert live tone="warning" title={t("lost")}>
              {t("lostHint")}
            </Alert>
          )}
          {resource.error && <Trouble live kind="errors" trouble={resource.error} provider={provider} />}
          {resource.warning && <Trouble kind="warnings" trouble={resource.warning} provider={provider} />}
          <Card className="space-y-4 p-5 sm:p-6" aria-label={t("state", { state })}>
            {(state === "ready" || state === "paused") && (
              <div role="status">
                <h2 className="font-semibold tracking-tight">{t(`${state}.title`)}</h2>
                <p className="mt-1 text-sm leading-relaxed text-muted-foreground">
                  {(state === "paused" && words.find("pausedHint")) || t(`${state}.hint`)}
                </p>
              </div>
            )}
            <div className="flex flex-wrap items-center justify-between gap-4">
              {resource.listening !== null && <Throughput throughput={resource.throughput} />}
              {mayChange && <ResourceActions resource={resource} />}
            </div>
            <WaitingDeliveries queues={resource.queues} sendingMs={resource.sendingMs} now={now} />
            <GroupFindings groups={detail.groups} provider={provider} />
          </Card>
        </div>
        {/* On a phone what is used each day stands before the settings. */}
        <div className="min-w-0 space-y-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {Panels && <Panels resource={resource} />}
          {mayChange && resource.listening !== null && <ResourceHealth resourceId={resource.id} />}
          <ResourceEvents events={detail.events} provider={provider} />
        </div>
        {mayChange && (
          <div className="min-w-0 space-y-5">
            <ResourceSettings resource={detail} />
            <RemoveResource resource={detail} />
          </div>
        )}
      </div>
    </div>
  );
}
