import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WebhookView } from "@/server/domain/resources/outgoing/schema";

const tones = { sent: "success", failed: "destructive", retry: "warning", pending: "neutral" } as const;

/** How an event fares, with the status it was answered. */
export function DeliveryState({
  delivery,
}: {
  delivery: Pick<WebhookView, "state" | "attempts" | "responseStatus">;
}) {
  const t = useTranslations("Providers.webhook.log.states");
  const { state, attempts, responseStatus } = delivery;
  const shown = state === "pending" && attempts > 0 ? "retry" : state;
  return (
    <Badge tone={tones[shown]}>
      {t(shown)}
      {responseStatus !== null && ` · ${responseStatus}`}
    </Badge>
  );
}
