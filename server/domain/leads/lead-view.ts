import type { Prisma } from "@/prisma/generated/client";
import type { LeadView } from "@/server/domain/leads/schema";

/** What a lead's row must be read with. */
export const LEAD_ROW = { owner: { select: { id: true, name: true } } } as const;

/** A lead's row as pages and programs see it. */
export function leadView(row: Prisma.LeadGetPayload<{ include: typeof LEAD_ROW }>): LeadView {
  const { id, name, phone, email, status, source, currency, owner } = row;
  const { contactId, conversationId, hubMessageId, nextStep } = row;
  return {
    id,
    name,
    phone,
    email,
    status,
    source,
    value: row.value === null ? null : row.value.toNumber(),
    currency,
    owner,
    contactId,
    conversationId,
    hubMessageId,
    nextStep,
    nextStepAt: row.nextStepAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
