import { leadConditions } from "@/server/domain/leads/lead-conditions";
import { listLeads } from "@/server/domain/leads/list-leads";
import { requireLeadRight } from "@/server/domain/leads/require-lead-right";
import {
  LEAD_STATUSES,
  type LeadBoard,
  type LeadFilter,
  type LeadStatusName,
} from "@/server/domain/leads/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Leads of a column at first. */
const columnLength = 30;

type Worth = { status: LeadStatusName; currency: string; value: number };

/** The board: of each stage the newest leads, how many there are and what they are worth. Throws `forbidden`. */
export async function leadBoard(
  actor: MemberActor,
  filter: Omit<LeadFilter, "statuses">,
): Promise<LeadBoard> {
  requireLeadRight(actor, "leads.view");
  const where = await leadConditions(actor.workspaceId, filter);
  const worth = await db.$queryRaw<Worth[]>`
    select l.status::text as status, l.currency, sum(l.value)::float8 as value from leads l
    where ${where} and l.value > 0 group by 1, 2 order by 3 desc`;
  const columns = await Promise.all(
    LEAD_STATUSES.map(async (status) => ({
      status,
      worth: worth.filter((sum) => sum.status === status).map(({ currency, value }) => ({ currency, value })),
      ...(await listLeads(
        actor,
        { ...filter, statuses: [status] },
        { sort: "updated", order: "desc", limit: columnLength },
      )),
    })),
  );
  return { columns };
}
