import { DeliveryLog } from "@/components/resources/webhook/delivery-log";
import { SigningSecret } from "@/components/resources/webhook/signing-secret";
import type { PanelProps } from "@/server/providers/pages";

/** A webhook's own parts: its secret and its log. */
export function WebhookPanels({ resource }: PanelProps) {
  return (
    <>
      {resource.mayChange && <SigningSecret resourceId={resource.id} />}
      <DeliveryLog resource={resource} />
    </>
  );
}
