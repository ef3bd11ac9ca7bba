import type { Prisma } from "@/prisma/generated/client";
import type { ListAuditInput } from "@/server/domain/audit/schema";
import { zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { escapeLike } from "@/server/lib/escape-like";

const dayMs = 24 * 3600_000;

/** Which entries of a workspace a filter names; its days are those of the workspace's zone. */
export function auditWhere(
  { id, timeZone }: { id: number; timeZone: string },
  { actions, search, from, to }: ListAuditInput,
): Prisma.AuditEntryWhereInput {
  const contains = { contains: escapeLike(search), mode: "insensitive" as const };
  const startOf = (day: string, plus = 0) =>
    new Date(zonedMoment(timeZone, Date.parse(`${day}T00:00:00Z`) + plus, "first"));
  return {
    workspaceId: id,
    ...(actions.length > 0 && { action: { in: actions } }),
    ...(search && { OR: [{ actorName: contains }, { targetName: contains }] }),
    createdAt: { ...(from && { gte: startOf(from) }), ...(to && { lt: startOf(to, dayMs) }) },
  };
}
