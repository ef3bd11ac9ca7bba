import type { Tx } from "@/server/lib/db";

/**
 * Has nobody else add or change people of the workspace until the transaction ends, so that a person comes once; take it
 * after a meeting's own lock.
 */
export async function lockPeople(tx: Tx, workspaceId: number): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`meeting-people:${workspaceId}`}, 0))::text`;
}
