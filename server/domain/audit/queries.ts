import { z } from "zod";
import type { AuditEntry } from "@/prisma/generated/client";
import { auditWhere } from "@/server/domain/audit/audit-where";
import type { AuditEntryView, ListAuditInput } from "@/server/domain/audit/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** `next` is where the next page begins, null on the last; `timeZone` is the workspace's. */
export type AuditPage = { entries: AuditEntryView[]; next: number | null; timeZone: string };

/** A page of the workspace's audit log, newest first. Throws `forbidden` for managers. */
export async function listAudit(actor: MemberActor, input: ListAuditInput): Promise<AuditPage> {
  requirePermission(actor, "audit.view");
  const workspace = await db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId } });
  const rows = await db.auditEntry.findMany({
    where: {
      AND: [auditWhere(workspace, input), input.cursor ? { id: { lt: input.cursor } } : {}],
    },
    orderBy: { id: "desc" },
    take: input.limit + 1,
  });
  const entries = rows.slice(0, input.limit).map(auditEntryView);
  const next = rows.length > input.limit ? (entries.at(-1)?.id ?? null) : null;
  return { entries, next, timeZone: workspace.timeZone };
}

function auditEntryView(entry: AuditEntry): AuditEntryView {
  const { id, actorKind, actorName, action, targetName, details, ip, userAgent } = entry;
  return {
    id,
    at: entry.createdAt.toISOString(),
    actorKind,
    actorName,
    action,
    targetName: targetName || null,
    details: z.record(z.string(), z.unknown()).catch({}).parse(details),
    ip,
    userAgent,
  };
}
