"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { DeliveryState } from "@/components/resources/webhook/delivery-state";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { WebhookView } from "@/server/domain/resources/outgoing/schema";

type DeliveryDialogProps = { delivery: WebhookView; mayChange: boolean; onClose: () => void };

/** One event: what is sent, what was answered, and the way to send it again. */
export function DeliveryDialog({ delivery, mayChange, onClose }: DeliveryDialogProps) {
  const t = useTranslations("Providers.webhook.log");
  const words = useProviderWords("webhook");
  const format = useFormatter();
  const now = useNow({ updateInterval: 10_000 });
  const trpc = useTRPC();
  const queries = useQueryClient();
  const redeliver = useMutation(
    trpc.webhooks.redeliver.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.webhooks.list.queryFilter()),
    }),
  );
  const { id, event, attempts, durationMs, nextAttemptAt, responseDetail } = delivery;
  const retries = delivery.state === "pending" && attempts > 0;
  const waits = delivery.state === "pending" && !(retries && nextAttemptAt && new Date(nextAttemptAt) > now);
  const trouble = redeliver.data?.ok === false ? t("not_running") : redeliver.isError ? t("failed") : null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={words.choice("events", event)} description={event} closeLabel={t("close")}>
        <div className="space-y-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted-foreground">
            <DeliveryState delivery={delivery} />
            <span>{t("attempts", { count: attempts })}</span>
            {durationMs !== null && <span>{t("duration", { ms: durationMs })}</span>}
            {retries && nextAttemptAt && (
              <span suppressHydrationWarning>
                {t("next", { when: format.relativeTime(new Date(nextAttemptAt), now) })}
              </span>
            )}
          </div>
          <section aria-label={t("answer")}>
            <h3 className="text-sm font-medium">{t("answer")}</h3>
            <Plain text={responseDetail ?? (attempts === 0 ? t("noAnswer") : t("emptyAnswer"))} />
          </section>
          <section aria-label={t("payload")}>
            <h3 className="text-sm font-medium">{t("payload")}</h3>
            <Plain text={delivery.payload} />
            <p className="mt-1.5 truncate font-mono text-xs text-muted-foreground" title={id}>
              webhook-id: {id}
            </p>
          </section>
          {trouble && (
            <p role="alert" className="text-sm text-destructive">
              {trouble}
            </p>
          )}
          {mayChange && (
            <div className="flex justify-end">
              <Button
                variant="outline"
                disabled={waits || redeliver.isPending}
                onClick={() => redeliver.mutate({ deliveryId: id })}
              >
                <RotateCw aria-hidden />
                {waits ? t("redelivering") : t("redeliver")}
              </Button>
            </div>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

/** What scrolls must be reachable by the keyboard, though nothing in it is pressed. */
const byKeyboard = { tabIndex: 0 };

function Plain({ text }: { text: string }) {
  return (
    <pre
      {...byKeyboard}
      className="mt-2 max-h-64 overflow-auto rounded-lg bg-muted px-3 py-2 font-mono text-xs break-words whitespace-pre-wrap"
    >
      {text}
    </pre>
  );
}
