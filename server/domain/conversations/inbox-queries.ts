import { inboxRows } from "@/server/domain/conversations/inbox-rows";
import type { InboxCounts, InboxPage, ListInboxInput } from "@/server/domain/conversations/inbox-schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

/** A word that stands in more messages finds the conversations of the first ones only. */
const mostMatches = 2000;
/** The index over texts knows parts of three letters and more. */
const shortestInTexts = 3;

/** A page of the workspace's conversations; see listInboxInput for the order. */
export async function listInbox(actor: MemberActor, input: ListInboxInput): Promise<InboxPage> {
  requirePermission(actor, "conversations.serve");
  const { state, search, cursor: after, limit, locale } = input;
  const values: unknown[] = [actor.workspaceId];
  const put = (value: unknown) => `$${values.push(value)}`;
  const longestFirst = state === "waiting";
  const at = longestFirst
    ? "coalesce(c.unanswered_since, c.waiting_since, c.opened_at)"
    : "c.last_message_at";
  const [beyond, order] = longestFirst ? [">", "asc"] : ["<", "desc"];
  const conditions = [
    "c.workspace_id = $1",
    ...(state === "all" ? [] : [`c.state = ${put(state)}::"ConversationState"`]),
    ...(search ? [matching(search, put)] : []),
    ...(after ? [`(${at}, c.id) ${beyond} (${put(after.at)}::timestamptz, ${put(after.id)}::int)`] : []),
  ];
  const found = await pool().query<{ id: number; at: Date }>(
    `select c.id, ${at} as at from conversations c where ${conditions.join(" and ")}
     order by ${at} ${order}, c.id ${order} limit ${put(limit + 1)}`,
    values,
  );
  const page = found.rows.slice(0, limit);
  const last = page.at(-1);
  const rows = await inboxRows(
    actor.workspaceId,
    page.map(({ id }) => id),
    { locale, userId: actor.userId },
  );
  const hasMore = found.rows.length > limit;
  return { rows, next: hasMore && last ? { at: last.at.toISOString(), id: last.id } : null };
}

/** Conversations of a person of that name, with that number, or in which the words stand or were said. */
function matching(search: string, put: (value: unknown) => string): string {
  const partOf = (words: string) => put(`%${escapeLike(words)}%`);
  const name = partOf(search.replace(/^@/, ""));
  const number = /^#?\d{1,9}$/.test(search) ? Number(search.replace("#", "")) : 0;
  const inTexts =
    [...search].length < shortestInTexts
      ? ""
      : `union all (
          select m.conversation_id from messages m
          where m.workspace_id = $1 and m.text ilike ${partOf(search)} and m.deleted_at is null
          limit ${mostMatches})
        union all (
          select m.conversation_id from transcriptions heard join attachments on attachments.id = heard.attachment_id
          join messages m on m.id = attachments.message_id
          where heard.workspace_id = $1 and heard.state = 'ready' and heard.text ilike ${partOf(search)}
            and m.deleted_at is null
          limit ${mostMatches})`;
  return `c.id in (
    select o.id from conversations o join contacts p on p.id = o.contact_id
    where p.workspace_id = $1 and (o.id = ${put(number)}::int or p.external_id = ${put(search)}
      or concat_ws(' ', p.first_name, p.last_name) ilike ${name} or p.username ilike ${name})
    ${inTexts})`;
}

/** How many conversations stand in each state that is not the end. */
export async function countInbox(actor: MemberActor): Promise<InboxCounts> {
  requirePermission(actor, "conversations.serve");
  const { workspaceId } = actor;
  const [counts] = await db.$queryRaw<[InboxCounts]>`
    select
      count(*) filter (where c.state = 'waiting')::int as waiting,
      count(*) filter (where c.state = 'manager')::int as manager,
      count(*) filter (where c.state = 'assistant')::int as assistant,
      count(*) filter (where c.state <> 'assistant' and exists (
        select 1 from messages m
        where m.conversation_id = c.id and m.seq > c.staff_read_seq and m.author = 'customer'
          and m.deleted_at is null
      ))::int as unread
    from conversations c
    where c.workspace_id = ${workspaceId} and c.state in ('waiting', 'manager', 'assistant')`;
  return counts;
}
