import { recordAudit } from "@/server/domain/audit/record-audit";
import { callsAccount, callTrouble, notConnected } from "@/server/domain/calls/calls-account";
import type { CallTrouble, DeleteCallInput } from "@/server/domain/calls/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";

/** Deletes a meeting at its service; one that is gone already is no failure. Throws `forbidden`. */
export async function deleteCall(
  actor: MemberActor,
  { resourceId, externalId }: DeleteCallInput,
): Promise<{ ok: true } | CallTrouble> {
  requirePermission(actor, "resources.change");
  const account = await callsAccount(actor.workspaceId, resourceId);
  if (!account) return notConnected;
  const { resource, meetings, credentials, world } = account;
  const deleted = await meetings.delete(credentials, world, externalId);
  if (!deleted.ok) return callTrouble(resource, deleted);
  await transaction((tx) =>
    recordAudit(tx, actor, {
      action: "call.deleted",
      target: { id: resource.id, name: resource.name },
      details: { externalId },
    }),
  );
  return { ok: true };
}
