import { csvLine } from "@/server/domain/audit/csv-line";
import { type AuditPage, listAudit } from "@/server/domain/audit/queries";
import type { ListAuditInput } from "@/server/domain/audit/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";

const pageSize = 200;
const head = ["time", "actor", "actor_kind", "action", "target", "details", "ip", "user_agent"];

/** The entries that a filter names as CSV (UTF-8 with its mark, times in UTC), newest first. Throws `forbidden`. */
export function exportAudit(actor: MemberActor, input: ListAuditInput): AsyncGenerator<Uint8Array> {
  requirePermission(actor, "audit.view");
  return writeLines(actor, input);
}

async function* writeLines(actor: MemberActor, input: ListAuditInput): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\u{feff}${csvLine(head)}`);
  let cursor = input.cursor;
  do {
    const page: AuditPage = await listAudit(actor, { ...input, cursor, limit: pageSize });
    const lines = page.entries.map((entry) =>
      csvLine([
        entry.at,
        entry.actorName,
        entry.actorKind,
        entry.action,
        entry.targetName ?? "",
        Object.keys(entry.details).length > 0 ? JSON.stringify(entry.details) : "",
        entry.ip ?? "",
        entry.userAgent ?? "",
      ]),
    );
    yield encoder.encode(lines.join(""));
    cursor = page.next ?? undefined;
  } while (cursor);
}
