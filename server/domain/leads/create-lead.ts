import { insertLead } from "@/server/domain/leads/insert-lead";
import { LEAD_ROW, leadView } from "@/server/domain/leads/lead-view";
import { readLeadFields } from "@/server/domain/leads/read-lead-fields";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { CreateLeadInput, LeadResult } from "@/server/domain/leads/schema";
import { type Tx, transaction } from "@/server/lib/db";

/** Makes a lead by hand (`manual`) or for a program (`api`, or the source it names). Throws `forbidden`. */
export async function createLead(actor: LeadActor, input: CreateLeadInput): Promise<LeadResult> {
  requireLeadRight(actor, "leads.edit");
  return transaction(async (tx) => {
    const { workspaceId } = actor;
    const { clientId: ownId, contactId, note, source, name, ...rest } = input;
    const clientId =
      ownId && `${actor.kind === "member" ? `member-${actor.userId}` : `key-${actor.apiKeyId}`}:${ownId}`;
    if (clientId) {
      // Whoever comes with the same id at the same time waits here and then finds it.
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`lead:${workspaceId}:${clientId}`}, 0))::text`;
      const known = await tx.lead.findUnique({
        where: { workspaceId_clientId: { workspaceId, clientId } },
        include: LEAD_ROW,
      });
      if (known) return { ok: true, lead: leadView(known), existed: true };
    }
    const read = await readLeadFields(tx, workspaceId, rest);
    if (!read.ok) return read;
    if (contactId && !(await isOurs(tx, workspaceId, contactId))) return { ok: false, reason: "contact" };
    const { id } = await insertLead(tx, actor, {
      ...read.data,
      name,
      clientId,
      contactId,
      note,
      source: source ?? (actor.kind === "member" ? "manual" : "api"),
    });
    return {
      ok: true,
      lead: leadView(await tx.lead.findUniqueOrThrow({ where: { id }, include: LEAD_ROW })),
      existed: false,
    };
  });
}

async function isOurs(tx: Tx, workspaceId: number, id: number): Promise<boolean> {
  return (await tx.contact.count({ where: { id, workspaceId } })) > 0;
}
