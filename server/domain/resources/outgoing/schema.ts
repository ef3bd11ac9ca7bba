import { z } from "zod";
import { resourceInput } from "@/server/domain/resources/schema";

export const listWebhooksInput = resourceInput.extend({
  failedOnly: z.boolean().default(false),
  limit: z.number().int().min(1).max(200).default(20),
});
export type ListWebhooksInput = z.infer<typeof listWebhooksInput>;

export const redeliverWebhookInput = z.object({ deliveryId: z.uuid() });
export type RedeliverWebhookInput = z.infer<typeof redeliverWebhookInput>;

/** An event on its way, with its last answer. Times are ISO 8601 with zone. */
export type WebhookView = {
  id: string;
  event: string;
  state: "pending" | "sent" | "failed";
  attempts: number;
  at: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
  /** What is sent, as text that people read. */
  payload: string;
  responseStatus: number | null;
  responseDetail: string | null;
  durationMs: number | null;
};

export type WebhooksPage = { deliveries: WebhookView[]; hasMore: boolean; failed: number };
