import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

const hourMs = 3600_000;

/** Until when a new proposal of a workspace waits. */
export async function expiryOf(tx: Tx, workspaceId: number): Promise<Date> {
  const { approvalHours } = await hubSettingsOf(workspaceId, tx);
  return new Date(clock.now().getTime() + approvalHours * hourMs);
}

/** What stands on a proposal that the workspace's policy lets pass. */
export function approvedByPolicy() {
  const now = clock.now();
  return { status: "approved", decidedByKind: "policy", decidedAt: now, sendAfter: now } as const;
}
