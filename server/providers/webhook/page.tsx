import { Webhook } from "lucide-react";
import { WebhookPanels } from "@/components/resources/webhook/webhook-panels";
import type { ProviderPage } from "@/server/providers/pages";

/** A webhook's own parts of the pages. */
export const webhookPage: ProviderPage = { Icon: Webhook, Panels: WebhookPanels };
