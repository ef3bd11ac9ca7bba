import type { Prisma } from "@/prisma/generated/client";
import { type AuditedActor, actorName } from "@/server/domain/audit/actor-name";
import type { AuditAction } from "@/server/domain/audit/schema";
import type { Tx } from "@/server/lib/db";

type AuditedAct = {
  action: AuditAction;
  target?: { id?: number; name: string };
  /** What changed, without secrets and without a customer's words. */
  details?: Prisma.InputJsonObject;
};

/** Adds a line to the workspace's audit log, in the transaction of what it tells of. */
export async function recordAudit(
  tx: Tx,
  actor: AuditedActor,
  { action, target, details }: AuditedAct,
): Promise<void> {
  const who = await actorName(tx, actor);
  const from = "from" in actor ? actor.from : undefined;
  await tx.auditEntry.create({
    data: {
      workspaceId: actor.workspaceId,
      actorKind: actor.kind,
      actorId: who.id,
      actorName: who.name,
      action,
      targetId: target?.id,
      targetName: target?.name.slice(0, 200),
      details: details ?? {},
      ip: from?.ip,
      userAgent: from?.userAgent?.slice(0, 300),
    },
  });
}
