import { recordAudit } from "@/server/domain/audit/record-audit";
import type { RequestOrigin } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

/** Makes a workspace owned by the user; returns its id. */
export async function createWorkspace(
  tx: Tx,
  owner: { userId: number; from?: RequestOrigin },
  { name, locale, timeZone }: { name: string; locale: string; timeZone?: string | null },
): Promise<number> {
  const { id: workspaceId } = await tx.workspace.create({
    data: {
      name,
      locale,
      ...(timeZone && { timeZone }),
      members: { create: { userId: owner.userId, role: "owner" } },
    },
    select: { id: true },
  });
  const { userId, from } = owner;
  const actor = { kind: "member", workspaceId, userId, role: "owner", from } as const;
  await recordAudit(tx, actor, { action: "workspace.created", target: { id: workspaceId, name } });
  return workspaceId;
}
