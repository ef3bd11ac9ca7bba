import type { Tx } from "@/server/lib/db";

/** Whether the workspace would have no owner without this member; ask under `lockTeam`. */
export async function isLastOwner(tx: Tx, workspaceId: number, userId: number): Promise<boolean> {
  const owners = await tx.member.findMany({
    where: { workspaceId, role: "owner" },
    select: { userId: true },
  });
  return owners.length === 1 && owners[0]?.userId === userId;
}
