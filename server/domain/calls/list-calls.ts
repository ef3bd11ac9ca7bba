import {
  callsAccount,
  callTrouble,
  callView,
  notConnected,
  noteCallsWork,
} from "@/server/domain/calls/calls-account";
import type { CallTrouble, CallView } from "@/server/domain/calls/schema";
import type { ResourceInput } from "@/server/domain/resources/schema";
import { may, requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { meetingSlugs } from "@/server/providers/registry";

/** The meetings of an account that are still to come, the next first. Throws `forbidden`. */
export async function listCalls(
  actor: MemberActor,
  { resourceId }: ResourceInput,
): Promise<{ ok: true; meetings: CallView[] } | CallTrouble> {
  requirePermission(actor, "meetings.offer");
  const account = await callsAccount(actor.workspaceId, resourceId);
  if (!account) return notConnected;
  const listed = await account.meetings.list(account.credentials, account.world);
  if (!listed.ok) return callTrouble(account.resource, listed);
  await noteCallsWork(account.resource);
  return { ok: true, meetings: listed.meetings.map(callView) };
}

/**
 * Whether an account that makes meetings runs in the workspace, and whether the member may connect one; `company` is
 * what guests know the workspace by.
 */
export async function callsState(
  actor: MemberActor,
): Promise<{ connected: boolean; mayConnect: boolean; company: string }> {
  const { workspaceId } = actor;
  const [workspace, running] = await Promise.all([
    db.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true } }),
    db.resource.count({
      where: { workspaceId, provider: { in: meetingSlugs }, state: { in: ["active", "error"] } },
    }),
  ]);
  return { connected: running > 0, mayConnect: may(actor, "resources.change"), company: workspace.name };
}
