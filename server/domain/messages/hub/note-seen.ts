import type { Tx } from "@/server/lib/db";

/** Has chats, their members and contacts know when they were first and last seen to say something: in these messages. */
export async function noteSeen(tx: Tx, hubMessageIds: number[]): Promise<void> {
  if (hubMessageIds.length === 0) return;
  await tx.$executeRaw`
    with seen as (
      select chat_id, contact_id, min(sent_at) as first, max(sent_at) as last
      from hub_messages where id = any(${hubMessageIds}) group by chat_id, contact_id
    ), people as (
      update contacts set first_seen_at = least(first_seen_at, first), last_seen_at = greatest(last_seen_at, last)
      from (select contact_id, min(first) as first, max(last) as last from seen group by contact_id) theirs
      where contacts.id = theirs.contact_id and (first < first_seen_at or last > last_seen_at)
    ), places as (
      update chats set last_message_at = greatest(last_message_at, last)
      from (select chat_id, max(last) as last from seen group by chat_id) theirs
      where chats.id = theirs.chat_id and (last_message_at is null or last > last_message_at)
    )
    insert into chat_members as known (chat_id, contact_id, first_seen_at, last_seen_at)
    select seen.chat_id, seen.contact_id, first, last
    from seen join chats on chats.id = seen.chat_id
    where seen.contact_id is not null and chats.type <> 'private'
    order by seen.chat_id, seen.contact_id
    on conflict (chat_id, contact_id) do update set
      first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
      last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
      left_at = case when excluded.last_seen_at > known.left_at then null else known.left_at end`;
}
