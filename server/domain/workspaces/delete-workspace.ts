import { removeConversations } from "@/server/domain/conversations/remove-conversations";
import { removeHubMessages } from "@/server/domain/messages/hub/remove-hub-messages";
import { leaveProvider } from "@/server/domain/resources/leave-provider";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { DeleteWorkspaceInput } from "@/server/domain/workspaces/schema";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";
import { storage } from "@/server/storage/chosen-storage";

const batchSize = 50;
const hubBatchSize = 1000;
const exportCountsMs = 24 * 3600_000;

type DeleteResult = { ok: true } | { ok: false; reason: "confirm" | "protected" | "export_first" };

/**
 * Removes the workspace with everything in it, bytes of files included; its members' sign-ins look at another workspace
 * of theirs or at none. `confirm` is its name, typed; without an export of the last day the owner says that none is
 * wanted. The demo and the environment's workspace stay. Broken off midway, it can be asked again. Throws `forbidden`.
 */
export async function deleteWorkspace(
  actor: MemberActor,
  { confirm, withoutExport }: DeleteWorkspaceInput,
): Promise<DeleteResult> {
  const { workspaceId } = actor;
  const allowed = await transaction(async (tx): Promise<DeleteResult> => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "workspace.delete");
    if (workspace.origin !== "registered") return { ok: false, reason: "protected" };
    if (confirm.trim() !== workspace.name.trim()) return { ok: false, reason: "confirm" };
    if (!withoutExport && !(await wasExported(tx, workspaceId))) return { ok: false, reason: "export_first" };
    // Nothing new comes in from here on.
    await tx.resource.updateMany({ where: { workspaceId }, data: { state: "paused" } });
    return { ok: true };
  });
  if (!allowed.ok) return allowed;
  // In small steps: the rows of years are too many for one transaction.
  while (await removeSome(workspaceId));
  while (await removeSomeOfHub(workspaceId));
  await removeRest(workspaceId);
  logger.info({ workspaceId, userId: actor.userId }, "a workspace was deleted by its owner");
  return { ok: true };
}

async function wasExported(tx: Tx, workspaceId: number): Promise<boolean> {
  const since = new Date(clock.now().getTime() - exportCountsMs);
  const found = await tx.auditEntry.findFirst({
    where: { workspaceId, action: "workspace.exported", createdAt: { gt: since } },
    select: { id: true },
  });
  return found !== null;
}

async function removeSome(workspaceId: number): Promise<boolean> {
  const keys = await transaction(async (tx) => {
    const some = await tx.conversation.findMany({
      where: { workspaceId },
      select: { id: true },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    if (some.length === 0) return null;
    return removeConversations(
      tx,
      some.map(({ id }) => id),
    );
  });
  if (keys) await storage.delete(keys);
  return keys !== null;
}

async function removeSomeOfHub(workspaceId: number): Promise<boolean> {
  const { count, keys } = await transaction((tx) => removeHubMessages(tx, { workspaceId }, hubBatchSize));
  await storage.delete(keys);
  return count > 0;
}

async function removeRest(workspaceId: number): Promise<void> {
  const resources = await db.resource.findMany({ where: { workspaceId } });
  await Promise.all(resources.map(leaveProvider));
  const files = await db.file.findMany({ where: { workspaceId } });
  await db.workspace.deleteMany({ where: { id: workspaceId, origin: "registered" } });
  // The rows went first: what a crash leaves here is swept.
  await storage.delete(
    files.flatMap(({ storageKey, thumbnailKey }) => [storageKey, thumbnailKey ?? []].flat()),
  );
}
