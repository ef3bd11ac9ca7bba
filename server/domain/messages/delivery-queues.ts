import { pool } from "@/server/lib/db";

/** What waits to be sent to one group, or to all private chats of a resource together; there is no row for nothing. */
export type DeliveryQueue = {
  resourceId: number;
  /** Null for the private chats. */
  group: { id: number; title: string | null; externalId: string } | null;
  size: number;
  oldestAt: Date;
};

type Row = {
  resource_id: number;
  group_id: number | null;
  title: string | null;
  external_id: string | null;
  size: number;
  oldest_at: Date;
};

/** The waiting deliveries of a workspace's resources (of all, if none is named) by group, the oldest first. */
export async function deliveryQueues(workspaceId?: number): Promise<DeliveryQueue[]> {
  const { rows } = await pool().query<Row>(
    `select chats.resource_id, groups.id as group_id, groups.title, groups.external_id,
       sum(waiting.size)::int as size, min(waiting.oldest_at) as oldest_at
     from (
       select chat_id, count(*) as size, min(created_at) as oldest_at from deliveries
       where state = 'pending' and workspace_id in (select id from workspaces where $1::int is null or id = $1)
       group by chat_id
     ) waiting
     join chats on chats.id = waiting.chat_id
     left join chats as groups on groups.id = chats.id and groups.type <> 'private'
     group by 1, 2, 3, 4 order by oldest_at`,
    [workspaceId ?? null],
  );
  return rows.map((row) => ({
    resourceId: row.resource_id,
    group:
      row.group_id === null
        ? null
        : { id: row.group_id, title: row.title, externalId: row.external_id ?? "" },
    size: row.size,
    oldestAt: row.oldest_at,
  }));
}
