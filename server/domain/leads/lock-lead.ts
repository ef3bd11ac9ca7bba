import type { Prisma } from "@/prisma/generated/client";
import { LEAD_ROW } from "@/server/domain/leads/lead-view";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A workspace's lead, locked until the transaction ends. Throws `not_found`. */
export async function lockLead(
  tx: Tx,
  workspaceId: number,
  leadId: number,
): Promise<Prisma.LeadGetPayload<{ include: typeof LEAD_ROW }>> {
  await tx.$queryRaw`select 1 from leads where id = ${leadId} and workspace_id = ${workspaceId} for update`;
  const lead = await tx.lead.findFirst({ where: { id: leadId, workspaceId }, include: LEAD_ROW });
  if (!lead) throw new AppError("not_found", "lead", "There is no such lead.");
  return lead;
}
