import { ABSENCES } from "@/server/domain/meetings/schema";
import { db } from "@/server/lib/db";

export type AbsentPerson = {
  /** The member they are, by e-mail or by an account linked to them; null for none. */
  userId: number | null;
  personId: number;
  reason: (typeof ABSENCES)[number];
};

/** Who of a workspace is away on a day (`YYYY-MM-DD`), as they answered meetings of that day. */
export async function absentOn(workspaceId: number, day: string): Promise<AbsentPerson[]> {
  const rows = await db.$queryRaw<{ userId: number | null; personId: number; reason: string }[]>`
    select distinct on (p.id) p.id as "personId", a.reason::text as reason, coalesce(
      (select members.user_id from members join users on users.id = members.user_id
       where members.workspace_id = p.workspace_id and lower(users.email) = p.email),
      (select identities.user_id from contacts join member_identities identities
         on identities.workspace_id = contacts.workspace_id and identities.provider = contacts.provider
         and identities.external_id = contacts.external_id
       where contacts.id = p.contact_id)
    ) as "userId"
    from absences a join meeting_people p on p.id = a.person_id
    where p.workspace_id = ${workspaceId} and a.day = ${day}::date
    order by p.id, a.created_at desc`;
  return rows.flatMap(({ reason, ...row }) => {
    const known = ABSENCES.find((name) => name === reason);
    return known ? [{ ...row, reason: known }] : [];
  });
}
