import type { Tx } from "@/server/lib/db";

/**
 * Every contact that is the same person as this one, by their merges: the one they were all merged into first. Empty
 * when the workspace has no such contact.
 */
export async function personContactIds(tx: Tx, workspaceId: number, contactId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with recursive up as (
      select id, merged_into_id from contacts where id = ${contactId} and workspace_id = ${workspaceId}
      union
      select c.id, c.merged_into_id from contacts c join up on c.id = up.merged_into_id
      where c.workspace_id = ${workspaceId}
    ), down as (
      select id, 0 as depth from up where merged_into_id is null
      union
      select c.id, down.depth + 1 from contacts c join down on c.merged_into_id = down.id
      where c.workspace_id = ${workspaceId}
    )
    select id from down order by depth, id`;
  return rows.map(({ id }) => id);
}
