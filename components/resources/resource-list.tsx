"use client";

import { useQuery } from "@tanstack/react-query";
import { Bot } from "lucide-react";
import { useTranslations } from "next-intl";
import { ResourceCard } from "@/components/resources/resource-card";
import { Trouble } from "@/components/resources/trouble";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import type { AlertView } from "@/server/domain/notifications/schema";
import type { ResourceView } from "@/server/domain/resources/schema";

const refetchMs = 5_000;

/** The workspace's resources, kept fresh while the page is looked at. */
export function ResourceList({
  initial,
  initialAlerts,
}: {
  initial: ResourceView[];
  initialAlerts: AlertView[];
}) {
  const t = useTranslations("Resources");
  const trpc = useTRPC();
  const { data, isError } = useQuery({
    ...trpc.resources.list.queryOptions(),
    initialData: initial,
    refetchInterval: refetchMs,
  });
  const { data: alerts } = useQuery({
    ...trpc.resources.alerts.queryOptions(),
    initialData: initialAlerts,
    refetchInterval: refetchMs,
  });
  return (
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
        <div className="rounded-2xl border border-dashed border-border px-6 py-16 text-center">
          <Bot aria-hidden className="mx-auto size-8 text-muted-foreground" />
          <p className="mt-4 font-medium">{t("empty")}</p>
          <p className="mx-auto mt-2 max-w-md text-sm leading-relaxed text-muted-foreground">
            {t("emptyHint")}
          </p>
        </div>
      )}
      {data.length > 0 && (
        <ul className="grid grid-cols-1 gap-5 lg:grid-cols-2">
          {data.map((resource) => (
            <li key={resource.id}>
              <ResourceCard resource={resource} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
