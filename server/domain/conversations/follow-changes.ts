import { type WorkspaceChange, workspaceChangesAfter } from "@/server/domain/conversations/watch-workspace";

/**
 * Reads a workspace's change log from `cursor` on, page by page, and hands each page that holds any change to `take`,
 * which keeps how far it has read (`cursor`) in the transaction of what it makes of them. `wasReset`: the database is
 * another than the cursor's, which has to stand at the returned one. `isHeldBack`: changes that are committed already
 * wait for a transaction that still runs, and have to be looked for again.
 */
export async function followChanges(
  workspaceId: number,
  cursor: bigint,
  take: (changes: WorkspaceChange[], cursor: bigint) => Promise<void>,
): Promise<{ cursor: bigint; wasReset: boolean; isHeldBack: boolean }> {
  let from = cursor;
  let isHeldBack = false;
  for (let hasMore = true; hasMore; ) {
    const page = await workspaceChangesAfter(workspaceId, from);
    if (page.wasReset) return { cursor: page.cursor, wasReset: true, isHeldBack };
    if (page.changes.length > 0) await take(page.changes, page.cursor);
    isHeldBack ||= page.ahead.length > 0;
    from = page.cursor;
    hasMore = page.hasMore;
  }
  return { cursor: from, wasReset: false, isHeldBack };
}
