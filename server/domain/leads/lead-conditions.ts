import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import type { LeadFilter } from "@/server/domain/leads/schema";
import { db, joinSql, type Sql, sql } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

/** The condition on `leads l` that a filter stands for; a contact stands for the whole person. */
export async function leadConditions(workspaceId: number, filter: LeadFilter): Promise<Sql> {
  const { statuses, ownerUserId, contactId, source, search } = filter;
  const all = [sql`l.workspace_id = ${workspaceId}`];
  if (statuses) all.push(sql`l.status::text = any(${statuses})`);
  if (ownerUserId === null) all.push(sql`l.owner_user_id is null`);
  else if (ownerUserId) all.push(sql`l.owner_user_id = ${ownerUserId}`);
  if (contactId) {
    const ids = await personContactIds(db, workspaceId, contactId);
    all.push(sql`l.contact_id = any(${ids})`);
  }
  if (source?.endsWith("*")) all.push(sql`l.source like ${`${escapeLike(source.slice(0, -1))}%`}`);
  else if (source) all.push(sql`l.source = ${source}`);
  for (const word of search?.split(/\s+/).filter(Boolean) ?? []) all.push(hasWord(word));
  return joinSql(all, " and ");
}

function hasWord(word: string): Sql {
  const like = `%${escapeLike(word.replace(/^@/, ""))}%`;
  const digits = word.replace(/\D/g, "");
  const phone =
    digits.length >= 3 && /^[+\d().-]+$/.test(word) ? sql` or l.phone like ${`%${digits}%`}` : sql``;
  return sql`(l.name ilike ${like} or l.email ilike ${like} or l.next_step ilike ${like} or l.source ilike ${like}${phone}
    or exists (select 1 from contacts c where c.id = l.contact_id
      and (c.username ilike ${like} or c.first_name ilike ${like} or c.last_name ilike ${like})))`;
}
