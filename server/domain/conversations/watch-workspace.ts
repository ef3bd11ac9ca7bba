import type { ConversationChangeType } from "@/prisma/generated/client";
import { pool } from "@/server/lib/db";

/** One entry of a workspace's change log. */
export type WorkspaceChange = {
  conversationId: number;
  revision: number;
  type: ConversationChangeType;
  messageId: number | null;
  xid: bigint;
};

export type WorkspaceChanges = {
  /** Committed, and nothing older can still appear: in order of transaction, each told once. */
  changes: WorkspaceChange[];
  /** Committed beside a transaction that still runs: they come again as `changes` once it ended. */
  ahead: WorkspaceChange[];
  /** From where to read next. */
  cursor: bigint;
  /** There is more to read at once. */
  hasMore: boolean;
  /** The cursor lay beyond the present, as in a database brought back from a backup: it stands at the present now. */
  wasReset: boolean;
};

/** So many changes are read at a time; those of one transaction always come together. */
const pageSize = 500;

type Row = {
  horizon: string;
  conversation_id: number | null;
  revision: number;
  type: ConversationChangeType;
  message_id: number | null;
  xid: string;
};

/** The place in the change log from which everything that is not yet committed can be read. */
export async function presentCursor(): Promise<bigint> {
  const { rows } = await pool().query<{ horizon: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text as horizon",
  );
  return BigInt(rows[0]?.horizon ?? 0);
}

/**
 * What changed in a workspace's conversations from `cursor` on. Ids of transactions are given out in another order than
 * they commit, so the cursor stops at the oldest one that still runs (pg_snapshot_xmin): what it holds back comes later,
 * never not at all.
 */
export async function workspaceChangesAfter(workspaceId: number, cursor: bigint): Promise<WorkspaceChanges> {
  // One statement: horizon and rows are seen by one snapshot. Ids that no transaction had yet are another database's.
  const { rows } = await pool().query<Row>(
    `with snapshot as materialized (
       select pg_snapshot_xmin(s)::text::bigint as horizon, pg_snapshot_xmax(s)::text::bigint as future
       from pg_current_snapshot() s)
     select snapshot.horizon, change.* from snapshot left join lateral (
       select conversation_id, revision, type, message_id, xid from conversation_changes
       where workspace_id = $1 and xid >= $2 and xid < snapshot.future
       order by xid fetch first ${pageSize} rows with ties) change on true
     order by change.xid, change.conversation_id, change.revision`,
    [workspaceId, cursor.toString()],
  );
  const horizon = BigInt(rows[0]?.horizon ?? 0);
  if (cursor > horizon) return { changes: [], ahead: [], cursor: horizon, hasMore: false, wasReset: true };
  const found = rows.flatMap((row) => toChange(row) ?? []);
  const changes = found.filter(({ xid }) => xid < horizon);
  const ahead = found.filter(({ xid }) => xid >= horizon);
  const hasMore = found.length >= pageSize && ahead.length === 0;
  const last = found.at(-1);
  return { changes, ahead, cursor: hasMore && last ? last.xid + 1n : horizon, hasMore, wasReset: false };
}

function toChange({ conversation_id, revision, type, message_id, xid }: Row): WorkspaceChange | null {
  if (conversation_id === null) return null;
  return { conversationId: conversation_id, revision, type, messageId: message_id, xid: BigInt(xid) };
}
