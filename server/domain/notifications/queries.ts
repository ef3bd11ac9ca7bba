import type { AlertView } from "@/server/domain/notifications/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** What needs the owner's eye in the whole workspace and is not over yet, newest first. */
export async function listAlerts(actor: MemberActor): Promise<AlertView[]> {
  return db.alert.findMany({
    where: { workspaceId: actor.workspaceId, resolvedAt: null },
    select: { id: true, code: true, detail: true },
    orderBy: { lastAt: "desc" },
    take: 20,
  });
}
