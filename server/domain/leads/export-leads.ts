import { csvLine } from "@/server/domain/audit/csv-line";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { listLeads } from "@/server/domain/leads/list-leads";
import type { LeadFilter, LeadList } from "@/server/domain/leads/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

const pageSize = 500;
// The import understands these names.
const head = [
  "id",
  "name",
  "phone",
  "email",
  "status",
  "source",
  "value",
  "currency",
  "owner",
  "next_step",
  "next_step_at",
  "created_at",
  "updated_at",
];

/** The leads that a filter names as CSV (UTF-8 with its mark, times in UTC), newest first. Audited. Throws `forbidden`. */
export async function exportLeads(
  actor: MemberActor,
  filter: LeadFilter,
): Promise<AsyncGenerator<Uint8Array>> {
  requirePermission(actor, "leads.import");
  await transaction((tx) => recordAudit(tx, actor, { action: "lead.exported" }));
  return writeLines(actor, filter);
}

async function* writeLines(actor: MemberActor, filter: LeadFilter): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\u{feff}${csvLine(head)}`);
  let cursor: string | undefined;
  do {
    const page: LeadList = await listLeads(actor, filter, {
      sort: "created",
      order: "desc",
      limit: pageSize,
      cursor,
    });
    const lines = page.leads.map((lead) =>
      csvLine([
        String(lead.id),
        lead.name,
        lead.phone ?? "",
        lead.email ?? "",
        lead.status,
        lead.source,
        lead.value === null ? "" : String(lead.value),
        lead.currency,
        lead.owner?.name ?? "",
        lead.nextStep ?? "",
        lead.nextStepAt ?? "",
        lead.createdAt,
        lead.updatedAt,
      ]),
    );
    yield encoder.encode(lines.join(""));
    cursor = page.next ?? undefined;
  } while (cursor);
}
