import { z } from "zod";
import { normalisePhone } from "@/server/domain/leads/normalise-phone";
import type { ChangeLeadInput, LeadTrouble } from "@/server/domain/leads/schema";
import type { Tx } from "@/server/lib/db";

type Fields = Partial<Omit<ChangeLeadInput, "leadId">>;
type Read = Omit<Fields, "nextStepAt"> & { nextStepAt?: Date | null };

/** A lead's fields as they are kept: phone and e-mail normalised, "" as null; or which of them is refused. */
export async function readLeadFields(
  tx: Tx,
  workspaceId: number,
  fields: Fields,
): Promise<{ ok: true; data: Read } | LeadTrouble> {
  const { name, status, value, currency, ownerUserId } = fields;
  const data: Read = { name, status, value, currency, ownerUserId };
  if (fields.phone !== undefined) {
    data.phone = fields.phone ? normalisePhone(fields.phone) : null;
    if (fields.phone && !data.phone) return { ok: false, reason: "phone" };
  }
  if (fields.email !== undefined) {
    const email = z.email().safeParse(fields.email?.toLowerCase());
    if (fields.email && !email.success) return { ok: false, reason: "email" };
    data.email = email.data ?? null;
  }
  if (fields.nextStep !== undefined) data.nextStep = fields.nextStep || null;
  if (fields.nextStepAt !== undefined)
    data.nextStepAt = fields.nextStepAt === null ? null : new Date(fields.nextStepAt);
  if (ownerUserId) {
    const member = await tx.member.findUnique({
      where: { workspaceId_userId: { workspaceId, userId: ownerUserId } },
      select: { userId: true },
    });
    if (!member) return { ok: false, reason: "owner" };
  }
  return { ok: true, data };
}
