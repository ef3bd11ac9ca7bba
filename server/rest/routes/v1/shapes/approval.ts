import { z } from "@hono/zod-openapi";
import { APPROVAL_STATUSES, type ApprovalView, type BatchView } from "@/server/domain/approvals/schema";
import { providerIdOf, providerIdShape } from "@/server/rest/routes/v1/shapes/person";

const id = z.number().int();
const moment = z.iso.datetime();

export const pendingShape = z
  .object({
    id,
    pending_id: id.openapi({ description: "The same as `id`, as `/send` tells it." }),
    chat_id: providerIdShape,
    resource_id: id,
    client_name: z.string().openapi({ description: "The chat's name." }),
    text: z.string(),
    response_text: z.string().openapi({ description: "The same as `text`, for clients of older hubs." }),
    proposed_text: z.string().nullable().openapi({ description: "As proposed, where a person edited it." }),
    context: z.unknown(),
    kind: z.string(),
    proposed_by: z.string(),
    status: z.enum(APPROVAL_STATUSES),
    decided_by: z.string().nullable(),
    decided_at: moment.nullable(),
    reason: z.string().nullable().openapi({ description: "Why it was rejected, or not sent." }),
    batch_id: id.nullable(),
    batch_name: z.string().nullable(),
    send_order: id,
    scheduled_at: moment.nullable().openapi({ description: "Approved, it waits until then." }),
    sent_at: moment.nullable(),
    expires_at: moment,
    created_at: moment,
  })
  .openapi("Proposal");

/** A proposal as the API tells it. */
export function pendingOf(approval: ApprovalView): z.infer<typeof pendingShape> {
  const { chat, batch } = approval;
  return {
    id: approval.id,
    pending_id: approval.id,
    chat_id: providerIdOf(chat.provider, chat.externalId),
    resource_id: chat.resourceId,
    client_name: chat.title,
    text: approval.text,
    response_text: approval.text,
    proposed_text: approval.proposedText,
    context: approval.context,
    kind: approval.kind,
    proposed_by: approval.sourceName,
    status: approval.status,
    decided_by: approval.decidedBy?.name ?? null,
    decided_at: approval.decidedAt,
    reason: approval.reason,
    batch_id: batch?.id ?? null,
    batch_name: batch?.name ?? null,
    send_order: batch?.position ?? 0,
    scheduled_at: approval.sendAfter,
    sent_at: approval.sentAt,
    expires_at: approval.expiresAt,
    created_at: approval.createdAt,
  };
}

export const batchShape = z
  .object({
    batch_id: id,
    batch_name: z.string(),
    proposed_by: z.string(),
    delay_between_sec: id,
    total_messages: id,
    pending_count: id,
    approved_count: id,
    sent_count: id,
    failed_count: id,
    rejected_count: id,
    expired_count: id,
    created_at: moment,
  })
  .openapi("Batch");

/** A batch as the API tells it. */
export function batchOf({ counts, ...batch }: BatchView): z.infer<typeof batchShape> {
  return {
    batch_id: batch.id,
    batch_name: batch.name,
    proposed_by: batch.sourceName,
    delay_between_sec: batch.delaySeconds,
    total_messages: batch.total,
    pending_count: counts.pending,
    approved_count: counts.approved,
    sent_count: counts.sent,
    failed_count: counts.failed,
    rejected_count: counts.rejected,
    expired_count: counts.expired,
    created_at: batch.createdAt,
  };
}
