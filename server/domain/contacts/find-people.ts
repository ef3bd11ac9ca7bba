import { personContacts } from "@/server/domain/contacts/person-contacts";
import type { PersonContact } from "@/server/domain/contacts/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, joinSql, sql } from "@/server/lib/db";
import { escapeLike } from "@/server/lib/escape-like";

const mostFound = 12;

/** People to merge, by name, @username, phone, e-mail, the channel's id or ours; last seen first. Throws `forbidden`. */
export async function findPeople(actor: MemberActor, { query }: { query: string }): Promise<PersonContact[]> {
  requirePermission(actor, "contacts.change");
  const words = query.split(/\s+/).map((word) => `%${escapeLike(word.replace(/^[@#]/, ""))}%`);
  const id = /^#?\d{1,9}$/.test(query) ? Number(query.replace("#", "")) : null;
  const byWords = words.map(
    (word) => sql`concat_ws(' ', first_name, last_name, username, phone, email) ilike ${word}`,
  );
  const rows = await db.$queryRaw<{ id: number }[]>`
    select id from contacts
    where workspace_id = ${actor.workspaceId} and not is_bot
      and (external_id = ${query} or id = ${id} or (${joinSql(byWords, " and ")}))
    order by last_seen_at desc limit ${mostFound}`;
  return personContacts(
    actor.workspaceId,
    rows.map((row) => row.id),
  );
}
