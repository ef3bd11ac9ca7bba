"use client";

import { useQuery } from "@tanstack/react-query";
import { Plug, Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ResourceCard } from "@/components/resources/resource-card";
import { Trouble } from "@/components/resources/trouble";
import { useLiveResources } from "@/components/resources/use-live-resources";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { AlertView } from "@/server/domain/notifications/schema";
import type { ResourceView } from "@/server/domain/resources/schema";

const alertsMs = 15_000;

type ResourceListProps = { initial: ResourceView[]; initialAlerts: AlertView[]; mayChange: boolean };

/** The workspace's resources, live while the page is looked at. */
export function ResourceList({ initial, initialAlerts, mayChange }: ResourceListProps) {
  const t = useTranslations("Resources");
  const trpc = useTRPC();
  const { data, isError } = useLiveResources(initial);
  const { data: alerts } = useQuery({
    ...trpc.resources.alerts.queryOptions(),
    initialData: initialAlerts,
    refetchInterval: alertsMs,
  });
  const add = mayChange && (
    <Button asChild>
      <Link href="/resources/new">
        <Plus aria-hidden />
        {t("add")}
      </Link>
    </Button>
  );
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div>
          <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
          <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
        </div>
        {data.length > 0 && add}
      </div>
      <div className="mt-8 space-y-5">
        {isError && (
          <Alert live tone="warning" title={t("lost")}>
            {t("lostHint")}
          </Alert>
        )}
        {alerts.map((alert) => (
          <Trouble key={alert.id} kind="warnings" trouble={alert} />
        ))}
        {data.length === 0 && (
          <EmptyState icon={Plug} title={t("empty")} hint={mayChange ? t("emptyHint") : t("emptyHintReader")}>
            {add}
          </EmptyState>
        )}
        {data.length > 0 && (
          <ul className="grid grid-cols-1 gap-5 lg:grid-cols-2">
            {data.map((resource) => (
              <li key={resource.id} className="min-w-0">
                <ResourceCard resource={resource} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
