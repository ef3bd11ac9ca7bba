"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { DeliveryDialog } from "@/components/resources/webhook/delivery-dialog";
import { DeliveryState } from "@/components/resources/webhook/delivery-state";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import type { PanelProps } from "@/server/providers/pages";

const pageSize = 20;
const mostShown = 200;

/** The events that were or will be sent, newest first, with what was answered. */
export function DeliveryLog({ resource }: PanelProps) {
  const t = useTranslations("Providers.webhook.log");
  const words = useProviderWords("webhook");
  const format = useFormatter();
  const trpc = useTRPC();
  const id = useId();
  const [failedOnly, setFailedOnly] = useState(false);
  const [limit, setLimit] = useState(pageSize);
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, isPending, isError, refetch } = useQuery({
    ...trpc.webhooks.list.queryOptions({ resourceId: resource.id, failedOnly, limit }),
    placeholderData: keepPreviousData,
    refetchInterval: 4000,
  });
  const opened = data?.deliveries.find((delivery) => delivery.id === openId);
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-labelledby={`${id}-title`}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={`${id}-title`} className="font-semibold tracking-tight">
          {t("title")}
        </h2>
        <label htmlFor={`${id}-failed`} className="flex min-h-11 items-center gap-3 text-sm">
          {t("failedOnly", { count: data?.failed ?? 0 })}
          <Switch id={`${id}-failed`} checked={failedOnly} onCheckedChange={setFailedOnly} />
        </label>
      </div>
      {isPending && <Skeleton className="h-32" />}
      {isError && !data && (
        <Alert live tone="destructive" title={t("notLoaded")}>
          <Button variant="outline" size="small" className="mt-2" onClick={() => void refetch()}>
            {t("retry")}
          </Button>
        </Alert>
      )}
      {data?.deliveries.length === 0 && (
        <p className="text-sm leading-relaxed text-muted-foreground">
          {failedOnly ? t("emptyFailed") : t("empty")}
        </p>
      )}
      {data && data.deliveries.length > 0 && (
        <ul className="-mx-2">
          {data.deliveries.map((delivery) => (
            <li key={delivery.id}>
              <button
                type="button"
                onClick={() => setOpenId(delivery.id)}
                className="flex w-full items-center gap-3 rounded-lg px-2 py-2.5 text-left text-sm hover:bg-muted/60"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium" title={delivery.event}>
                    {words.choice("events", delivery.event)}
                  </span>
                  <time
                    dateTime={delivery.at}
                    className="block text-xs text-muted-foreground"
                    suppressHydrationWarning
                  >
                    {format.dateTime(new Date(delivery.at), { dateStyle: "medium", timeStyle: "medium" })}
                  </time>
                </span>
                <DeliveryState delivery={delivery} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {data?.hasMore && limit < mostShown && (
        <Button
          variant="outline"
          size="small"
          onClick={() => setLimit((before) => Math.min(before + 2 * pageSize, mostShown))}
        >
          {t("more")}
        </Button>
      )}
      {opened && (
        <DeliveryDialog delivery={opened} mayChange={resource.mayChange} onClose={() => setOpenId(null)} />
      )}
    </Card>
  );
}
