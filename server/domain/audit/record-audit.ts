import type { Prisma } from "@/prisma/generated/client";
import type { AuditAction } from "@/server/domain/audit/schema";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { ApiKeyActor, MemberActor, StaffContactActor, SystemActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

export type AuditedActor = MemberActor | ApiKeyActor | StaffContactActor | SystemActor;

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
  const who = await nameOf(tx, actor);
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

async function nameOf(tx: Tx, actor: AuditedActor): Promise<{ id?: number; name: string }> {
  switch (actor.kind) {
    case "member": {
      const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
      return { id: actor.userId, name: user.name };
    }
    case "api-key": {
      const key = await tx.apiKey.findUniqueOrThrow({
        where: { id: actor.apiKeyId },
        select: { name: true, prefix: true },
      });
      return { id: actor.apiKeyId, name: `${key.name} (${key.prefix}…)` };
    }
    case "staff-contact": {
      const contact = await tx.contact.findUniqueOrThrow({
        where: { id: actor.contactId },
      });
      // Whose account on the channel is proven acts under the name the team knows.
      const { provider, externalId } = contact;
      const identity = await tx.memberIdentity.findUnique({
        where: {
          workspaceId_provider_externalId: { workspaceId: actor.workspaceId, provider, externalId },
        },
        include: { member: { include: { user: { select: { name: true } } } } },
      });
      return { id: actor.contactId, name: identity?.member.user.name ?? displayName(contact) };
    }
    case "system":
      return { name: "AssistChat" };
  }
}
